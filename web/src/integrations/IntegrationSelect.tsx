import { Alert, Anchor, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { Trouble } from "../app/Trouble";
import { integrationsQuery } from "./integrations";

/** One of the storage integrations; where there is but one, it is chosen. */
export function IntegrationSelect({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const integrations = useQuery(integrationsQuery);
  const only = integrations.data?.length === 1 ? integrations.data[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined && value === null) {
      onChange(only);
    }
  }, [only, value, onChange]);
  if (integrations.isError) {
    return <Trouble error={integrations.error} again={integrations.refetch} />;
  }
  if (integrations.data?.length === 0) {
    return (
      <Alert color="yellow" title="No storage is connected yet">
        <Anchor component={Link} to="/integrations/new" size="sm">
          Add an integration
        </Anchor>{" "}
        that tells how to reach your storage. Then come back here.
      </Alert>
    );
  }
  return (
    <Select
      label="Integration"
      placeholder="How the storage is reached"
      required
      searchable
      data={(integrations.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
    />
  );
}
