import { Anchor, Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Item } from "../api/names";
import { size } from "../app/figures";

/** What a group, a sequence or a series is made of, in order. */
export function MemberList({ members }: { members: Item["members"] }) {
  return (
    <Table fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={48}>#</Table.Th>
          <Table.Th>Object</Table.Th>
          <Table.Th w={90} ta="right">
            Size
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((member) => (
          <Table.Tr key={member.position}>
            <Table.Td>{member.position}</Table.Td>
            <Table.Td style={{ overflowWrap: "anywhere" }}>
              {member.itemId === null ? (
                (member.title ?? member.objectUrl)
              ) : (
                <Anchor component={Link} to={`/items/${member.itemId}`} size="sm">
                  {member.title ?? member.objectUrl}
                </Anchor>
              )}
            </Table.Td>
            <Table.Td ta="right">{member.media === null ? "" : size(member.media.bytes)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
