import type { MetadataFields } from "../api/names";

export type MetadataField = MetadataFields[string];

const SCALARS = {
  varchar: "Short text",
  text: "Long text",
  number: "Number",
  boolean: "Yes or no",
  datetime: "Date and time",
  uuid: "UUID",
};
const OTHERS = { enum: "One of some texts", embedding: "Embedding", geospatial: "Place on earth" };

/** The types that a key can be given, by their names for people. */
export const FIELD_TYPES = { ...SCALARS, ...OTHERS };

export type FieldType = keyof typeof FIELD_TYPES;

const FIRST_SIZE = 512;

/** The type of a key; undefined for those that are only kept: deleted keys, and the strict types of older schemas. */
export function typeOf(field: MetadataField): FieldType | undefined {
  switch (field.ty) {
    case "variant":
      return field.hint;
    case "enum":
    case "embedding":
    case "geospatial":
      return field.ty;
    default:
      return undefined;
  }
}

/** A key of a type, as the server writes it. */
export function fieldOf(type: FieldType): MetadataField {
  switch (type) {
    case "enum":
      return { ty: "enum", values: [] };
    case "embedding":
      return { ty: "embedding", size: FIRST_SIZE };
    case "geospatial":
      return { ty: "geospatial" };
    default:
      return { ty: "variant", hint: type };
  }
}

/** What keeps a schema from being saved, before the server is asked. */
export function faultOf(fields: MetadataFields): string | undefined {
  const empty = Object.entries(fields).find(([, field]) => field.ty === "enum" && (field.values ?? []).length === 0);
  return empty === undefined ? undefined : `'${empty[0]}' needs at least one text to choose from.`;
}
