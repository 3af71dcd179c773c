import type { Integration } from "../api/names";

/** Where in its cloud an integration is at home, if it is bound to a place. */
export function placeOf(settings: Integration["settings"]): string | undefined {
  switch (settings.type) {
    case "s3":
    case "gcs":
      return settings.bucket ?? undefined;
    case "azure":
      return settings.container === null ? settings.account : `${settings.account}/${settings.container}`;
    case "direct":
      return undefined;
    case "local":
      return settings.root;
  }
}
