import { Stack, Text, Title } from "@mantine/core";
import { CopyText } from "../app/CopyText";
import type { Cloud } from "./draft";
import { azureCors, gcsCors, s3Cors, s3Policy, trustPolicy } from "./policies";

interface InstructionsProps {
  cloud: Cloud;
  /** The bucket, container or account, as far as it is known. */
  place: string | undefined;
  /** Of a role that the server assumes. */
  externalId?: string | undefined;
}

/** What has to be granted in a cloud, to be pasted there. */
export function Instructions({ cloud, place, externalId }: InstructionsProps) {
  return (
    <Stack gap="sm">
      <Title order={2}>What to grant</Title>
      <Steps cloud={cloud} place={place} externalId={externalId} />
    </Stack>
  );
}

function Steps({ cloud, place, externalId }: InstructionsProps) {
  const origin = window.location.origin;
  switch (cloud) {
    case "s3":
      return (
        <>
          <CopyText label="Policy of the user or the role" text={s3Policy(place ?? "<BUCKET>", false)} />
          <CopyText
            label="The same, with image sequences, which are written back"
            text={s3Policy(place ?? "<BUCKET>", true)}
          />
          {externalId === undefined ? (
            <Text size="sm" c="dimmed">
              With a role: the server makes an external id when the integration is added. Its page shows the trust
              policy.
            </Text>
          ) : (
            <CopyText label="Trust policy of the role" text={trustPolicy(externalId)} />
          )}
          <CopyText label="CORS of the bucket, so that pages can show objects" text={s3Cors(origin)} />
        </>
      );
    case "gcs":
      return (
        <>
          <Text size="sm">
            The service account needs the role <b>Storage Object Viewer</b> on the bucket; <b>Storage Object User</b>{" "}
            for image sequences, which are written back.
          </Text>
          <CopyText label="CORS of the bucket, for: gcloud storage buckets update --cors-file" text={gcsCors(origin)} />
        </>
      );
    case "azure":
      return (
        <>
          <Text size="sm">
            The key or the service principal needs <b>Storage Blob Data Reader</b>; <b>Storage Blob Data Contributor</b>{" "}
            for image sequences, which are written back.
          </Text>
          <CopyText label="CORS of the account" text={azureCors(place ?? "<ACCOUNT>", origin)} />
        </>
      );
    case "direct":
      return (
        <Text size="sm">
          Any http or https URL that can be fetched without signing in. Nothing has to be granted; addresses of private
          networks are refused unless an administrator allows them.
        </Text>
      );
    case "local":
      return (
        <Text size="sm">
          The server is started with <span className="mono">--local-root DIR</span>; directories below it can be used.
          For administrators.
        </Text>
      );
  }
}
