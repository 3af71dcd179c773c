import { SegmentedControl, Stack } from "@mantine/core";
import type { FacetCounts, SearchableField } from "../api/names";
import { BoxFilter } from "./BoxFilter";
import type { Condition } from "./conditions";
import { CountedChoice } from "./CountedChoice";
import { isCounted, nameOf } from "./fields";
import { RangeFilter } from "./RangeFilter";
import { TermsFilter } from "./TermsFilter";
import { TextFilter } from "./TextFilter";

interface FieldFilterProps {
  field: SearchableField;
  facet: FacetCounts | undefined;
  condition: Condition | undefined;
  onAsk: (condition: Condition | undefined) => void;
}

/** What can be asked of a field, by the type that the schema gives it. */
export function FieldFilter({ field, facet, condition, onAsk }: FieldFilterProps) {
  return (
    <Stack gap="xs">
      <Values field={field} facet={facet} condition={condition} onAsk={onAsk} />
      <Existence
        name={nameOf(field.name)}
        missing={isCounted(field) ? (facet?.missing ?? 0) : undefined}
        condition={condition}
        onAsk={onAsk}
      />
    </Stack>
  );
}

function Values({ field, facet, condition, onAsk }: FieldFilterProps) {
  const name = nameOf(field.name);
  const terms = facet?.type === "terms" ? facet : undefined;
  switch (field.type) {
    case "boolean":
    case "enum":
    case "uuid":
      return <TermsFilter field={field.name} terms={terms} condition={condition} onAsk={onAsk} />;
    case "varchar":
      return (
        <>
          <TextFilter
            label={`${name} begins with`}
            placeholder="Begins with"
            text={textOf(condition)}
            onText={(prefix) => onAsk(prefix === "" ? undefined : { prefix })}
          />
          {terms !== undefined && <TermsFilter field={field.name} terms={terms} condition={condition} onAsk={onAsk} />}
        </>
      );
    case "text":
      return (
        <TextFilter
          label={`Words of ${name}`}
          placeholder="Words"
          text={textOf(condition)}
          onText={(words) => onAsk(words === "" ? undefined : { words })}
        />
      );
    case "number":
    case "datetime":
      return (
        <RangeFilter
          name={name}
          isTime={field.type === "datetime"}
          buckets={facet?.type === "histogram" ? facet.buckets : []}
          condition={condition}
          onAsk={onAsk}
        />
      );
    case "geospatial":
      return <BoxFilter key={JSON.stringify(condition)} name={name} condition={condition} onAsk={onAsk} />;
    case "embedding":
      return null;
  }
}

function textOf(condition: Condition | undefined): string {
  if (condition === undefined) {
    return "";
  }
  return "prefix" in condition ? condition.prefix : "words" in condition ? condition.words : "";
}

interface ExistenceProps {
  name: string;
  /** How many items have no value; undefined where nobody counts them. */
  missing: number | undefined;
  condition: Condition | undefined;
  onAsk: (condition: Condition | undefined) => void;
}

/** Whether there is a value at all. */
function Existence({ name, missing, condition, onAsk }: ExistenceProps) {
  const exists = condition !== undefined && "exists" in condition ? condition.exists : undefined;
  if (missing === undefined) {
    return (
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={`Whether there is a value of ${name}`}
        data={[
          { value: "either", label: "All" },
          { value: "true", label: "With" },
          { value: "false", label: "Without" },
        ]}
        value={String(exists ?? "either")}
        onChange={(chosen) => onAsk(chosen === "either" ? undefined : { exists: chosen === "true" })}
      />
    );
  }
  return missing === 0 && exists === undefined ? null : (
    <CountedChoice
      label={<i>No value</i>}
      count={missing}
      isChosen={exists === false}
      onToggle={() => onAsk(exists === false ? undefined : { exists: false })}
    />
  );
}
