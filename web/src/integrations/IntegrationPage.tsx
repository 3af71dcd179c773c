import { Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Trash2, UsersRound } from "lucide-react";
import { api } from "../api/client";
import type { Integration } from "../api/names";
import { Asked } from "../app/Asked";
import { ConfirmDialog } from "../app/ConfirmDialog";
import { moment } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { type Fact } from "../items/facts";
import { FactTable } from "../items/FactTable";
import { SharingDialog } from "../sharing/SharingDialog";
import { CLOUDS } from "./draft";
import { Instructions } from "./Instructions";
import { IntegrationCheck } from "./IntegrationCheck";
import { integrationQuery } from "./integrations";
import { IntegrationPath } from "./NewIntegrationPage";
import classes from "./NewIntegrationPage.module.css";

const route = getRouteApi("/inside/integrations/$integrationId");

/** One storage: what is known of it, whether it works, what to grant. */
export function IntegrationPage() {
  const { integrationId } = route.useParams();
  const integration = useQuery(integrationQuery(integrationId));
  const [isSharing, sharing] = useDisclosure(false);
  const [isRemoving, removing] = useDisclosure(false);
  return (
    <PageFrame
      title={integration.data?.title ?? "Integration"}
      path={<IntegrationPath />}
      actions={
        integration.data && (
          <>
            <Button variant="default" leftSection={<UsersRound size={16} />} onClick={sharing.open}>
              Share
            </Button>
            {integration.data.role === "admin" && (
              <Button variant="default" color="red" leftSection={<Trash2 size={16} />} onClick={removing.open}>
                Remove
              </Button>
            )}
          </>
        )
      }
    >
      <Asked query={integration}>
        {(shown) => (
          <div className={classes["columns"]}>
            <Stack gap="lg">
              <FactTable facts={factsOf(shown)} />
              <IntegrationCheck integration={shown.id} />
            </Stack>
            <Instructions
              cloud={shown.settings.type}
              place={namedPlace(shown.settings)}
              externalId={shown.settings.type === "s3" ? (shown.settings.externalId ?? undefined) : undefined}
            />
          </div>
        )}
      </Asked>
      {isSharing && integration.data && (
        <SharingDialog
          shared={{ kind: "integrations", id: integration.data.id }}
          title={`Share ${integration.data.title}`}
          about="Users register objects through the integration, administrators also share and remove it. Nobody sees its secrets."
          isReadOnly={integration.data.role !== "admin"}
          onClose={sharing.close}
        />
      )}
      {isRemoving && integration.data && <RemoveDialog integration={integration.data} onClose={removing.close} />}
    </PageFrame>
  );
}

function namedPlace(settings: Integration["settings"]): string | undefined {
  switch (settings.type) {
    case "s3":
    case "gcs":
      return settings.bucket ?? undefined;
    case "azure":
      return settings.account;
    case "direct":
    case "local":
      return undefined;
  }
}

/** Everything but secrets, which the server never shows again. */
function factsOf(integration: Integration): Fact[] {
  const { type, ...settings } = integration.settings;
  const own = Object.entries(settings)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => [words(name), value === true ? "yes" : String(value)] as Fact);
  return [
    ["Storage", CLOUDS[type].label],
    ...own,
    ...(integration.strictClientOnly ? [["Strict client-only", "yes"] as Fact] : []),
    ...(integration.allowPrivateNetwork ? [["Private networks", "allowed"] as Fact] : []),
    ["Signed URLs", `live ${integration.signedUrlLifetimeSeconds / 60} minutes`],
    ["Added", moment(integration.createdAt)],
  ];
}

/** "accessKeyId" is "Access key id". */
function words(name: string): string {
  const spaced = name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function RemoveDialog({ integration, onClose }: { integration: Integration; onClose: () => void }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: () => api.DELETE("/api/v1/integrations/{id}", { params: { path: { id: integration.id } } }),
    onSuccess: async () => {
      await navigate({ to: "/integrations" });
      await queries.invalidateQueries({ queryKey: ["integrations"] });
    },
    meta: { isToldInPlace: true },
  });
  return (
    <ConfirmDialog
      title={`Remove ${integration.title}?`}
      verb="Remove"
      error={removal.error}
      isPending={removal.isPending}
      onConfirm={removal.mutate}
      onClose={onClose}
    >
      Its secrets are deleted. Items that were registered through it stay, but their objects cannot be shown any more.
    </ConfirmDialog>
  );
}
