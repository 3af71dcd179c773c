import { Button, Group, Pill } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { collectionQuery } from "../collections/collections";
import { folderQuery } from "../files/folders";
import { itemQuery } from "../files/items";
import { wordsOf } from "./conditionWords";
import { asking, type ExploreSearch, isNarrowed, readExploreSearch, withoutArea } from "./exploreSearch";
import { nameOf } from "./fields";
import { presetQuery } from "./presets";
import { type Similarity, withoutAnchor } from "./similarity";

interface ConditionPillsProps {
  search: ExploreSearch;
  onSearch: (search: ExploreSearch) => void;
}

/** All that is asked for; each part can be taken away. */
export function ConditionPills({ search, onSearch }: ConditionPillsProps) {
  if (!isNarrowed(search)) {
    return null;
  }

  function without(name: keyof ExploreSearch) {
    onSearch(readExploreSearch({ ...search, [name]: undefined }));
  }

  function similar(wished: Similarity) {
    onSearch(readExploreSearch({ ...search, similar: wished }));
  }

  return (
    <Group gap={6} role="group" aria-label="What is asked for">
      {search.words !== undefined && <Part name="Words" words={search.words} onRemove={() => without("words")} />}
      {search.folder !== undefined && <FolderPart id={search.folder} onRemove={() => without("folder")} />}
      {search.collection !== undefined && (
        <CollectionPart id={search.collection} onRemove={() => without("collection")} />
      )}
      {search.preset !== undefined && <PresetPart id={search.preset} onRemove={() => without("preset")} />}
      {search.map?.area !== undefined && (
        <Part
          name={`Map of ${nameOf(search.map.field)}`}
          words="an area"
          onRemove={() => onSearch(withoutArea(search))}
        />
      )}
      {search.similar !== undefined && <SimilarParts similar={search.similar} onSimilar={similar} />}
      {Object.entries(search.where ?? {}).map(([field, condition]) => (
        <Part
          key={field}
          name={nameOf(field)}
          words={wordsOf(field, condition)}
          onRemove={() => onSearch(asking(search, field, undefined))}
        />
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() => onSearch(readExploreSearch({ sort: search.sort }))}
      >
        Clear all
      </Button>
    </Group>
  );
}

interface SimilarPartsProps {
  similar: Similarity;
  onSimilar: (similar: Similarity) => void;
}

function SimilarParts({ similar, onSimilar }: SimilarPartsProps) {
  const { text, ...withoutText } = similar;
  return (
    <>
      {text !== undefined && (
        <Part name={`Like, by ${nameOf(similar.field)}`} words={`“${text}”`} onRemove={() => onSimilar(withoutText)} />
      )}
      {(["like", "unlike"] as const).flatMap((side) =>
        (similar[side] ?? []).map((item) => (
          <AnchorPart
            key={item}
            name={`${side === "like" ? "Like" : "Unlike"}, by ${nameOf(similar.field)}`}
            item={item}
            onRemove={() => onSimilar(withoutAnchor(similar, item))}
          />
        )),
      )}
    </>
  );
}

function AnchorPart({ name, item, onRemove }: { name: string; item: string; onRemove: () => void }) {
  return <Part name={name} words={useQuery(itemQuery(item)).data?.title ?? "…"} onRemove={onRemove} />;
}

interface PartProps {
  name: string;
  words: string;
  onRemove: () => void;
}

function Part({ name, words, onRemove }: PartProps) {
  return (
    <Pill
      size="sm"
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ "aria-label": `Do not ask for ${name}`, "aria-hidden": false, tabIndex: 0 }}
    >
      {name}: {words}
    </Pill>
  );
}

function FolderPart({ id, onRemove }: { id: string; onRemove: () => void }) {
  return <Part name="Folder" words={useQuery(folderQuery(id)).data?.name ?? "…"} onRemove={onRemove} />;
}

function CollectionPart({ id, onRemove }: { id: string; onRemove: () => void }) {
  return <Part name="Collection" words={useQuery(collectionQuery(id)).data?.name ?? "…"} onRemove={onRemove} />;
}

function PresetPart({ id, onRemove }: { id: string; onRemove: () => void }) {
  return <Part name="Preset" words={useQuery(presetQuery(id)).data?.name ?? "…"} onRemove={onRemove} />;
}
