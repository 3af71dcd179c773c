import type { NewIntegration } from "../api/names";

export type Cloud = NewIntegration["settings"]["type"];

/** What people filled in so far; what is empty was not filled in. */
export interface IntegrationDraft {
  cloud: Cloud;
  title: string;
  fields: Record<string, string>;
  pathStyle: boolean;
  strictClientOnly: boolean;
  allowPrivateNetwork: boolean;
}

export interface FieldLook {
  name: string;
  label: string;
  description?: string;
  isRequired?: boolean;
  isSecret?: boolean;
  isLong?: boolean;
}

export const CLOUDS: Record<Cloud, { label: string; fields: FieldLook[] }> = {
  s3: {
    label: "Amazon S3 and stores that speak S3",
    fields: [
      { name: "bucket", label: "Bucket", description: "Where relative URLs are looked for" },
      { name: "region", label: "Region", description: "Such as eu-west-1" },
      { name: "accessKeyId", label: "Access key id" },
      { name: "secretAccessKey", label: "Secret access key", isSecret: true },
      { name: "roleArn", label: "Role", description: "A role to assume, with an external id that the server makes" },
      { name: "endpoint", label: "Endpoint", description: "Of MinIO, OTC, Wasabi, R2 …; empty for Amazon" },
    ],
  },
  gcs: {
    label: "Google Cloud Storage",
    fields: [
      { name: "bucket", label: "Bucket", description: "Where relative URLs are looked for" },
      {
        name: "serviceAccountKey",
        label: "Service account key",
        description: "The whole JSON file that Google handed out",
        isSecret: true,
        isLong: true,
      },
    ],
  },
  azure: {
    label: "Azure Blob Storage",
    fields: [
      { name: "account", label: "Storage account", isRequired: true },
      { name: "container", label: "Container", description: "Where relative URLs are looked for" },
      { name: "accountKey", label: "Account key", isSecret: true },
      {
        name: "sharedAccessSignature",
        label: "Shared access signature",
        description: "Instead of the key; reads and lists, but signs no URLs",
        isSecret: true,
      },
      { name: "tenantId", label: "Tenant id", description: "Of a service principal, with the two below" },
      { name: "clientId", label: "Client id" },
      { name: "clientSecret", label: "Client secret", isSecret: true },
      { name: "endpoint", label: "Endpoint", description: "Where it is not account.blob.core.windows.net" },
    ],
  },
  direct: { label: "Plain URLs", fields: [] },
  local: {
    label: "Directory on the server",
    fields: [
      {
        name: "root",
        label: "Directory",
        description: "Inside one that the server's operator allows",
        isRequired: true,
      },
    ],
  },
};

export const EMPTY_DRAFT: IntegrationDraft = {
  cloud: "s3",
  title: "",
  fields: {},
  pathStyle: false,
  strictClientOnly: false,
  allowPrivateNetwork: false,
};

/** What the server is asked to add. Fields of other clouds that were filled in before are left out. */
export function integrationOf(draft: IntegrationDraft): NewIntegration {
  const filled = CLOUDS[draft.cloud].fields
    .map(({ name }) => [name, draft.fields[name]?.trim() ?? ""] as const)
    .filter(([, value]) => value !== "");
  const settings = {
    type: draft.cloud,
    ...Object.fromEntries(filled),
    ...(draft.cloud === "s3" ? { pathStyle: draft.pathStyle } : {}),
  };
  return {
    title: draft.title.trim(),
    settings: settings as NewIntegration["settings"],
    strictClientOnly: draft.strictClientOnly,
    allowPrivateNetwork: draft.allowPrivateNetwork,
  };
}
