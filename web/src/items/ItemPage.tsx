import { Alert, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import type { Item } from "../api/names";
import { Asked } from "../app/Asked";
import { moment } from "../app/figures";
import { PageFrame } from "../app/PageFrame";
import { FolderPath } from "../files/FolderPath";
import { itemQuery } from "../files/items";
import { KINDS } from "../files/kinds";
import { ViolationLines } from "../schema/ViolationLines";
import { type Fact, factsOf } from "./facts";
import { FactTable } from "./FactTable";
import classes from "./ItemPage.module.css";
import { History } from "./History";
import { MetadataEditor } from "./MetadataEditor";
import { SimilarStrip } from "./SimilarStrip";
import { Uses } from "./Uses";
import { Viewer } from "./Viewer";

const route = getRouteApi("/inside/items/$itemId");

/** One item: what it looks like, what is known of it, what its owner says of it. */
export function ItemPage() {
  const { itemId } = route.useParams();
  const item = useQuery(itemQuery(itemId));
  return (
    <PageFrame
      title={item.data?.title ?? "Item"}
      path={item.data && <FolderPath folder={item.data.folderId} isWhole />}
    >
      <Asked query={item}>{(shown) => <Body item={shown} />}</Asked>
    </PageFrame>
  );
}

function Body({ item }: { item: Item }) {
  return (
    <div className={classes["body"]}>
      <Stack gap="md" miw={0}>
        {item.warnings.length > 0 && <Warnings warnings={item.warnings} />}
        <Viewer item={item} />
        <SimilarStrip item={item} />
      </Stack>
      <Stack gap="md" component="aside" aria-label="About this item">
        <Title order={2}>Facts</Title>
        <FactTable facts={allFacts(item)} />
        <MetadataEditor key={item.id} item={item} />
        {item.violations.length > 0 && (
          <Alert color="yellow" icon={<TriangleAlert size={18} />} title="Does not fit the schema">
            <ViolationLines violations={item.violations} />
          </Alert>
        )}
        <Uses item={item.id} />
        <History item={item} />
      </Stack>
    </div>
  );
}

function allFacts(item: Item): Fact[] {
  return [
    ["Kind", KINDS[item.kind].label],
    ...(item.media === null ? [] : factsOf(item.media)),
    ...(item.objectUrl === null ? [] : [["Object", item.objectUrl] as Fact]),
    ["Registered", moment(item.createdAt)],
  ];
}

function Warnings({ warnings }: { warnings: string[] }) {
  return (
    <Alert color="yellow" icon={<TriangleAlert size={18} />} title="Risky to label">
      {warnings.map((warning) => (
        <Text key={warning} size="sm">
          {warning}
        </Text>
      ))}
    </Alert>
  );
}
