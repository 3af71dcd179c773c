import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { Gate } from "../session/Gate";
import { readCompareSearch } from "../compare/compareSearch";
import { readExploreSearch } from "../explore/exploreSearch";
import { readFilesSearch } from "../files/filesSearch";
import { readItemSearch } from "../items/itemSearch";
import { readSchemaSearch } from "../schema/schemaSearch";
import { NotFound } from "./NotFound";
import { Trouble } from "./Trouble";
import { Waiting } from "./Waiting";
import { readWordsSearch } from "./wordsSearch";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: lazyRouteComponent(() => import("../session/Welcome"), "Welcome"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("../session/CodeSignIn"), "CodeSignIn"),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: "/set-password",
  component: lazyRouteComponent(() => import("../session/SetPassword"), "SetPassword"),
});

/** Everything for which somebody has to be signed in. */
const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Gate });

const start = createRoute({
  getParentRoute: () => inside,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/files" });
  },
});

const files = createRoute({
  getParentRoute: () => inside,
  path: "/files",
  validateSearch: readFilesSearch,
  component: lazyRouteComponent(() => import("../files/FilesPage"), "TopPage"),
});

const folder = createRoute({
  getParentRoute: () => inside,
  path: "/files/$folderId",
  validateSearch: readFilesSearch,
  component: lazyRouteComponent(() => import("../files/FilesPage"), "FolderPage"),
});

const item = createRoute({
  getParentRoute: () => inside,
  path: "/items/$itemId",
  validateSearch: readItemSearch,
  component: lazyRouteComponent(() => import("../items/ItemPage"), "ItemPage"),
});

const uploads = createRoute({
  getParentRoute: () => inside,
  path: "/uploads",
  component: lazyRouteComponent(() => import("../uploads/UploadsPage"), "UploadsPage"),
});

const upload = createRoute({
  getParentRoute: () => inside,
  path: "/uploads/$jobId",
  component: lazyRouteComponent(() => import("../uploads/UploadPage"), "UploadPage"),
});

const integrations = createRoute({
  getParentRoute: () => inside,
  path: "/integrations",
  component: lazyRouteComponent(() => import("../integrations/IntegrationsPage"), "IntegrationsPage"),
});

const newIntegration = createRoute({
  getParentRoute: () => inside,
  path: "/integrations/new",
  component: lazyRouteComponent(() => import("../integrations/NewIntegrationPage"), "NewIntegrationPage"),
});

const integration = createRoute({
  getParentRoute: () => inside,
  path: "/integrations/$integrationId",
  component: lazyRouteComponent(() => import("../integrations/IntegrationPage"), "IntegrationPage"),
});

const schema = createRoute({
  getParentRoute: () => inside,
  path: "/schema",
  validateSearch: readSchemaSearch,
  component: lazyRouteComponent(() => import("../schema/SchemaPage"), "SchemaPage"),
});

const explore = createRoute({
  getParentRoute: () => inside,
  path: "/explore",
  validateSearch: readExploreSearch,
  component: lazyRouteComponent(() => import("../explore/ExplorePage"), "ExplorePage"),
});

const compare = createRoute({
  getParentRoute: () => inside,
  path: "/compare",
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import("../compare/ComparePage"), "ComparePage"),
});

const collections = createRoute({
  getParentRoute: () => inside,
  path: "/collections",
  component: lazyRouteComponent(() => import("../collections/CollectionsPage"), "CollectionsPage"),
});

const datasets = createRoute({
  getParentRoute: () => inside,
  path: "/datasets",
  validateSearch: readWordsSearch,
  component: lazyRouteComponent(() => import("../datasets/DatasetsPage"), "DatasetsPage"),
});

const dataset = createRoute({
  getParentRoute: () => inside,
  path: "/datasets/$datasetId",
  component: lazyRouteComponent(() => import("../datasets/DatasetPage"), "DatasetPage"),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: "/profile",
  component: lazyRouteComponent(() => import("../profile/ProfilePage"), "ProfilePage"),
});

const users = createRoute({
  getParentRoute: () => inside,
  path: "/people",
  validateSearch: readWordsSearch,
  component: lazyRouteComponent(() => import("../people/PeoplePage"), "UsersPage"),
});

const groups = createRoute({
  getParentRoute: () => inside,
  path: "/people/groups",
  component: lazyRouteComponent(() => import("../people/PeoplePage"), "GroupsPage"),
});

const group = createRoute({
  getParentRoute: () => inside,
  path: "/people/groups/$groupId",
  component: lazyRouteComponent(() => import("../people/GroupPage"), "GroupPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    welcome,
    signIn,
    setPassword,
    inside.addChildren([
      start,
      files,
      folder,
      item,
      uploads,
      upload,
      integrations,
      newIntegration,
      integration,
      schema,
      explore,
      collections,
      compare,
      datasets,
      dataset,
      profile,
      users,
      groups,
      group,
    ]),
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ({ error }) => <Trouble error={error} />,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
