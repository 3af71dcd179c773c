import type { MetadataField } from "../schema/fieldTypes";

/** How a value is edited. */
export type Editor =
  { kind: "boolean" } | { kind: "number" } | { kind: "choice"; values: string[] } | { kind: "text" } | { kind: "json" };

/** By the type that the schema gives a key, or else by what the value is. */
export function editorOf(field: MetadataField | undefined, value: unknown): Editor {
  const declared = field === undefined ? undefined : declaredEditor(field);
  if (declared !== undefined && fits(declared, value)) {
    return declared;
  }
  switch (typeof value) {
    case "boolean":
      return { kind: "boolean" };
    case "number":
      return { kind: "number" };
    case "string":
      return { kind: "text" };
    default:
      return { kind: "json" };
  }
}

function declaredEditor(field: MetadataField): Editor {
  switch (field.hint ?? field.ty) {
    case "boolean":
      return { kind: "boolean" };
    case "number":
      return { kind: "number" };
    case "enum":
      return { kind: "choice", values: field.values ?? [] };
    case "embedding":
    case "geospatial":
    case "tombstone":
      return { kind: "json" };
    default:
      return { kind: "text" };
  }
}

/** A value of another type than its key's is edited as what it is, so that nothing is lost unseen. */
function fits(editor: Editor, value: unknown): boolean {
  if (value === undefined || value === null) {
    return true;
  }
  switch (editor.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "choice":
    case "text":
      return typeof value === "string";
    case "json":
      return true;
  }
}

/** What a new value of a key begins as. */
export function firstValue(field: MetadataField | undefined): unknown {
  switch (editorOf(field, undefined).kind) {
    case "boolean":
      return false;
    case "number":
      return 0;
    case "choice":
      return field?.values?.[0] ?? "";
    case "text":
      return "";
    case "json":
      return field === undefined ? "" : null;
  }
}
