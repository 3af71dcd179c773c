import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT, integrationOf } from "./draft";

describe("a new integration", () => {
  it("has the fields of its own cloud that were filled in", () => {
    const integration = integrationOf({
      ...EMPTY_DRAFT,
      cloud: "gcs",
      title: " fleet ",
      fields: { bucket: " drives ", region: "eu-west-1", serviceAccountKey: "" },
    });

    expect(integration.title).toBe("fleet");
    expect(integration.settings).toEqual({ type: "gcs", bucket: "drives" });
  });

  it("says of an S3 store how its URLs are written", () => {
    expect(integrationOf({ ...EMPTY_DRAFT, pathStyle: true }).settings).toEqual({ type: "s3", pathStyle: true });
  });
});
