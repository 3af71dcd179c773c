import { Anchor, Table } from "@mantine/core";
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { useEffect } from "react";
import { api } from "../api/client";
import type { MetadataViolations } from "../api/names";
import { from, listed, onwards, resultsOf } from "../api/pages";
import { AskedPages } from "../app/AskedPages";
import { Empty } from "../app/Empty";
import { Section } from "../app/Section";
import { FolderSelect } from "../files/FolderSelect";
import { ViolationLines } from "./ViolationLines";

const PAGE = 100;
const route = getRouteApi("/inside/schema");

function violationsQuery(folder: string) {
  return infiniteQueryOptions({
    queryKey: ["schema", "violations", folder],
    queryFn: ({ pageParam }) =>
      listed(
        api.GET("/api/v1/folders/{id}/metadata-violations", {
          params: { path: { id: folder }, query: { limit: PAGE, ...from(pageParam) } },
        }),
      ),
    ...onwards,
  });
}

/** The items of a folder, and of all below it, whose metadata does not fit the schema. The folder stands in the address. */
export function Violations() {
  const { folder } = route.useSearch();
  const navigate = useNavigate();
  return (
    <Section
      title="Violations"
      about="Values that do not fit what their keys are declared as. They are kept as they are, and those that can be understood all the same are used."
    >
      <FolderSelect
        label="In folder"
        isRequired={false}
        value={folder ?? null}
        onChange={(id) => void navigate({ to: "/schema", search: id === null ? {} : { folder: id }, replace: true })}
      />
      {folder !== undefined && <ViolationList key={folder} folder={folder} />}
    </Section>
  );
}

function ViolationList({ folder }: { folder: string }) {
  const violations = useInfiniteQuery(violationsQuery(folder));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = violations;
  const isEmpty = resultsOf(violations.data).length === 0;
  // A page that looked at many sound items has no results, and others may follow.
  useEffect(() => {
    if (isEmpty && hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [isEmpty, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <AskedPages
      query={violations}
      empty={
        <Empty icon={CircleCheck} title="Everything fits">
          The metadata of all items in this folder and below is as the schema says.
        </Empty>
      }
    >
      {(found) => (
        <Table.ScrollContainer minWidth={560}>
          <Table fz="sm" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="35%">Item</Table.Th>
                <Table.Th>What does not fit</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map((item) => (
                <ItemRow key={item.itemId} item={item} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </AskedPages>
  );
}

function ItemRow({ item }: { item: MetadataViolations }) {
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: "anywhere", verticalAlign: "top" }}>
        <Anchor component={Link} to={`/items/${item.itemId}`} size="sm">
          {item.title}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <ViolationLines violations={item.violations} />
      </Table.Td>
    </Table.Tr>
  );
}
