import { Anchor, Group, NumberInput, SegmentedControl, Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { defaultStringifySearch, getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { PageFrame } from "../app/PageFrame";
import { ConditionPills } from "../explore/ConditionPills";
import { fieldsQuery, nameOf } from "../explore/fields";
import { Choice } from "./Choice";
import { type CompareSearch, PIXELS, type Purpose, PURPOSES, readCompareSearch, thresholdsOf } from "./compareSearch";
import { Duplicates } from "./Duplicates";

const MOST_WANTED = 1000;
const WANTED = 100;
const route = getRouteApi("/inside/compare");

/** Items beside each other: those that are nearly the same, those that are like nothing else, and those that differ most. */
export function ComparePage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/compare" });
  const { purpose = "duplicates", by = PIXELS, of = {} } = search;

  function show(change: Partial<CompareSearch>) {
    void navigate({ search: readCompareSearch({ ...search, ...change }), replace: true });
  }

  return (
    <PageFrame
      title="Compare"
      path={
        <Anchor component={Link} to={`/explore${defaultStringifySearch(of as Record<string, unknown>)}`} size="sm">
          Explore
        </Anchor>
      }
    >
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          aria-label="What for"
          data={Object.entries(PURPOSES).map(([value, label]) => ({ value, label }))}
          value={purpose}
          onChange={(chosen) => show({ purpose: chosen as Purpose })}
        />
        <BySelect by={by} onBy={(chosen) => show({ by: chosen, threshold: Number.NaN })} />
        {purpose === "duplicates" ? (
          <Threshold by={by} threshold={search.threshold} onThreshold={(threshold) => show({ threshold })} />
        ) : (
          <NumberInput
            label="How many"
            w={110}
            min={1}
            max={MOST_WANTED}
            value={search.count ?? WANTED}
            onChange={(count) => typeof count === "number" && show({ count })}
          />
        )}
      </Group>
      <ConditionPills search={of} onSearch={(wished) => show({ of: wished })} />
      {purpose === "duplicates" ? (
        <Duplicates key={JSON.stringify(search)} search={search} />
      ) : (
        <Choice key={JSON.stringify(search)} search={search} />
      )}
    </PageFrame>
  );
}

function BySelect({ by, onBy }: { by: string; onBy: (by: string) => void }) {
  const embeddings = (useQuery(fieldsQuery).data ?? []).filter(({ type }) => type === "embedding");
  return (
    <Select
      label="Compared by"
      w={200}
      allowDeselect={false}
      data={[
        { value: PIXELS, label: "The pictures themselves" },
        ...embeddings.map(({ name }) => ({ value: name, label: nameOf(name) })),
      ]}
      value={by}
      onChange={(chosen) => onBy(chosen ?? PIXELS)}
    />
  );
}

interface ThresholdProps {
  by: string;
  threshold: number | undefined;
  onThreshold: (threshold: number) => void;
}

function Threshold({ by, threshold, onThreshold }: ThresholdProps) {
  const { most, step, usual } = thresholdsOf(by);
  return (
    <>
      <NumberInput
        key={by}
        label="Greatest distance"
        w={140}
        min={0}
        max={most}
        step={step}
        value={threshold ?? usual}
        onChange={(wished) => typeof wished === "number" && onThreshold(wished)}
      />
      <Text size="xs" c="dimmed" maw={260}>
        {by === PIXELS ? "Bits of 64 that differ, 0 to 11." : "1 minus the cosine, 0 to 0.2."}
      </Text>
    </>
  );
}
