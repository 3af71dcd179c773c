import { Anchor, Badge, Button, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Cloud as CloudIcon, Plus } from "lucide-react";
import type { Integration } from "../api/names";
import { Asked } from "../app/Asked";
import { Empty } from "../app/Empty";
import { moment } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { CLOUDS } from "./draft";
import { integrationsQuery } from "./integrations";
import { placeOf } from "./place";

/** The storages that are connected. */
export function IntegrationsPage() {
  const integrations = useQuery(integrationsQuery);
  return (
    <PageFrame
      title="Integrations"
      actions={
        <Button component={Link} to="/integrations/new" leftSection={<Plus size={16} />}>
          Add integration
        </Button>
      }
    >
      <Asked query={integrations}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={CloudIcon} title="No storage is connected yet">
              An integration tells how to reach a storage of yours: S3, Google Cloud Storage, Azure, plain URLs. Files
              stay where they are.
            </Empty>
          ) : (
            <IntegrationTable integrations={found} />
          )
        }
      </Asked>
    </PageFrame>
  );
}

function IntegrationTable({ integrations }: { integrations: Integration[] }) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table highlightOnHover fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Title</Table.Th>
            <Table.Th>Storage</Table.Th>
            <Table.Th>Place</Table.Th>
            <Table.Th>Added</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {integrations.map((integration) => (
            <Table.Tr key={integration.id}>
              <Table.Td>
                <Anchor component={Link} to={`/integrations/${integration.id}`} size="sm">
                  {integration.title}
                </Anchor>
                {integration.strictClientOnly && (
                  <Badge ml="xs" size="xs" variant="default">
                    strict client-only
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{CLOUDS[integration.settings.type].label}</Table.Td>
              <Table.Td className="mono">{placeOf(integration.settings) ?? "anywhere"}</Table.Td>
              <Table.Td>{moment(integration.createdAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
