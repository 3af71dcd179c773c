import { Anchor, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Library } from "lucide-react";
import { Asked } from "../app/Asked";
import { Empty } from "../app/Empty";
import { moment } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { folderQuery } from "../files/folders";
import { CollectionMenu } from "./CollectionMenu";
import { collectionsQuery } from "./collections";

/** Items that people picked out. */
export function CollectionsPage() {
  const collections = useQuery(collectionsQuery);
  return (
    <PageFrame title="Collections" isNarrow>
      <Asked query={collections}>
        {(listed) =>
          listed.length === 0 ? (
            <Empty icon={Library} title="There are no collections yet">
              Select items where you{" "}
              <Anchor component={Link} to="/explore" size="sm">
                explore
              </Anchor>{" "}
              them, or ask for some, and <b>Collect</b> them.
            </Empty>
          ) : (
            <Table.ScrollContainer minWidth={480}>
              <Table fz="sm" verticalSpacing={6}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Name</Table.Th>
                    <Table.Th>Folder</Table.Th>
                    <Table.Th w={170}>Made</Table.Th>
                    <Table.Td w={44} />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {listed.map((collection) => (
                    <Table.Tr key={collection.id}>
                      <Table.Td>
                        <Anchor component={Link} to={`/explore?collection=${collection.id}`} size="sm">
                          {collection.name}
                        </Anchor>
                      </Table.Td>
                      <Table.Td>
                        <FolderName id={collection.folderId} />
                      </Table.Td>
                      <Table.Td>{moment(collection.createdAt)}</Table.Td>
                      <Table.Td>
                        <CollectionMenu collection={collection} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Asked>
    </PageFrame>
  );
}

function FolderName({ id }: { id: string }) {
  const folder = useQuery(folderQuery(id)).data;
  return (
    <Anchor component={Link} to={`/files/${id}`} size="sm">
      {folder?.name ?? "…"}
    </Anchor>
  );
}
