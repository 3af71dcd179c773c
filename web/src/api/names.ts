import type { components } from "#types";

type Schemas = components["schemas"];

/** What the interface speaks of, by the names that it has there. */
export type Collection = Schemas["Collection"];
export type FilterPreset = Schemas["FilterPreset"];
export type Folder = Schemas["Folder"];
export type Hit = Schemas["SearchResults.Hit"];
export type Item = Schemas["Item"];
export type ItemKind = Schemas["ItemKind"];
export type ItemSummary = Schemas["ItemSummary"];
export type Integration = Schemas["Integration"];
export type NewIntegration = Schemas["NewIntegration"];
export type MediaDescription = Schemas["MediaDescription"];
export type MetadataFields = Schemas["MetadataFields"];
export type MetadataSchema = Schemas["MetadataSchema"];
export type PlanReport = Schemas["PlanReport"];
export type FirstAdministrator = Schemas["NewFirstAdmin"];
export type FacetCounts = Schemas["FacetCounts"];
export type NewSearch = Schemas["NewSearch"];
export type SearchableField = Schemas["SearchableField"];
export type NewSession = Schemas["NewSession"];
export type Session = Schemas["Session"];
export type UnitFailure = Schemas["UnitFailure"];
export type UploadJob = Schemas["UploadJob"];
export type User = Schemas["User"];
