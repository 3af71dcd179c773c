import { Alert, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "../app/Asked";
import { moment } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { useWhoIsHere } from "../session/session";
import { schemaQuery } from "./schema";
import { SchemaEditor } from "./SchemaEditor";
import { Violations } from "./Violations";

/** The types of the keys of client metadata. */
export function SchemaPage() {
  const schema = useQuery(schemaQuery);
  const user = useWhoIsHere();
  return (
    <PageFrame title="Metadata schema" isNarrow>
      <Text size="sm" c="dimmed">
        What the keys of client metadata mean, in the whole organisation. Values that do not fit are kept and listed as
        violations. Keys that are declared here can be filtered and sorted by.
      </Text>
      {!user.admin && <Alert color="gray">Administrators change the schema.</Alert>}
      <Asked query={schema}>
        {(shown) => (
          <>
            {shown.savedAt !== null && (
              <Text size="sm" c="dimmed">
                Version {shown.version}, saved {moment(shown.savedAt)}
                {shown.savedBy === null ? "" : ` by ${shown.savedBy}`}
              </Text>
            )}
            <SchemaEditor key={shown.version} schema={shown} isReadOnly={!user.admin} />
          </>
        )}
      </Asked>
      <Violations />
    </PageFrame>
  );
}
