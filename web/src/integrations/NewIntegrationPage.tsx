import {
  Anchor,
  Breadcrumbs,
  Button,
  Checkbox,
  Fieldset,
  Group,
  PasswordInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type SyntheticEvent, useState } from "react";
import { answered, api } from "../api/client";
import { PageFrame } from "../app/PageFrame";
import { Trouble } from "../app/Trouble";
import { useWhoIsHere } from "../session/session";
import { type Cloud, CLOUDS, EMPTY_DRAFT, type FieldLook, type IntegrationDraft, integrationOf } from "./draft";
import { Instructions } from "./Instructions";
import classes from "./NewIntegrationPage.module.css";

/** Tells of a storage: on the left the form, on the right what to paste where. */
export function NewIntegrationPage() {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: (wish: IntegrationDraft) => answered(api.POST("/api/v1/integrations", { body: integrationOf(wish) })),
    onSuccess: async (integration) => {
      await queries.invalidateQueries({ queryKey: ["integrations"] });
      await navigate({ to: "/integrations/$integrationId", params: { integrationId: integration.id } });
    },
    meta: { isToldInPlace: true },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    adding.mutate(draft);
  }

  return (
    <PageFrame title="Add integration" path={<IntegrationPath />}>
      <div className={classes["columns"]}>
        <form onSubmit={submit}>
          <Stack>
            {adding.isError && <Trouble error={adding.error} />}
            <DraftFields draft={draft} onChange={setDraft} />
            <Group>
              <Button type="submit" loading={adding.isPending}>
                Add
              </Button>
              <Button variant="default" component={Link} to="/integrations">
                Cancel
              </Button>
            </Group>
          </Stack>
        </form>
        <Instructions
          cloud={draft.cloud}
          place={draft.fields[draft.cloud === "azure" ? "account" : "bucket"] || undefined}
        />
      </div>
    </PageFrame>
  );
}

export function IntegrationPath() {
  return (
    <Breadcrumbs component="nav" aria-label="Where this is" fz="sm">
      <Anchor component={Link} to="/integrations" size="sm">
        Integrations
      </Anchor>
    </Breadcrumbs>
  );
}

function DraftFields({ draft, onChange }: { draft: IntegrationDraft; onChange: (draft: IntegrationDraft) => void }) {
  const user = useWhoIsHere();
  return (
    <>
      <Select
        label="Storage"
        data={Object.entries(CLOUDS).map(([value, { label }]) => ({ value, label }))}
        value={draft.cloud}
        allowDeselect={false}
        onChange={(cloud) => onChange({ ...draft, cloud: (cloud ?? "s3") as Cloud })}
      />
      <TextInput
        label="Title"
        description="What people choose it by"
        required
        maxLength={300}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
      />
      {CLOUDS[draft.cloud].fields.map((field) => (
        <DraftField
          key={field.name}
          field={field}
          value={draft.fields[field.name] ?? ""}
          onChange={(value) => onChange({ ...draft, fields: { ...draft.fields, [field.name]: value } })}
        />
      ))}
      <Fieldset legend="How it is used">
        <Stack gap="xs">
          {draft.cloud === "s3" && (
            <Checkbox
              label="Path-style URLs"
              description="What most stores other than Amazon want"
              checked={draft.pathStyle}
              onChange={(event) => onChange({ ...draft, pathStyle: event.currentTarget.checked })}
            />
          )}
          <Checkbox
            label="Strict client-only"
            description="The server never reads an object; manifests bring all media metadata"
            checked={draft.strictClientOnly}
            onChange={(event) => onChange({ ...draft, strictClientOnly: event.currentTarget.checked })}
          />
          {user.admin && draft.cloud !== "local" && (
            <Checkbox
              label="Private networks"
              description="Addresses of private networks may be reached too"
              checked={draft.allowPrivateNetwork}
              onChange={(event) => onChange({ ...draft, allowPrivateNetwork: event.currentTarget.checked })}
            />
          )}
        </Stack>
      </Fieldset>
    </>
  );
}

interface DraftFieldProps {
  field: FieldLook;
  value: string;
  onChange: (value: string) => void;
}

function DraftField({ field, value, onChange }: DraftFieldProps) {
  const common = {
    label: field.label,
    description: field.description,
    required: field.isRequired === true,
    autoComplete: "off",
    value,
  };
  if (field.isLong === true) {
    return (
      <Textarea
        {...common}
        rows={5}
        classNames={{ input: "mono" }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return field.isSecret === true ? (
    <PasswordInput {...common} autoComplete="new-password" onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
