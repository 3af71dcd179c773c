import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Asked } from "../app/Asked";
import { PageFrame } from "../app/PageFrame";
import { Explorer } from "./Explorer";
import classes from "./ExplorePage.module.css";
import { type ExploreSearch, requestOf } from "./exploreSearch";
import { ExploreActions } from "./ExploreActions";
import { fieldsQuery } from "./fields";
import { partQuery } from "./hits";

const route = getRouteApi("/inside/explore");

/** Everything that is registered, found by words, places and values. */
export function ExplorePage() {
  const search = route.useSearch();
  usePrefetchQuery(partQuery(requestOf(search), 0)); // while the fields are still on their way
  const fields = useQuery(fieldsQuery);
  const navigate = useNavigate({ from: "/explore" });

  function show(next: ExploreSearch) {
    void navigate({ search: next, replace: true });
  }

  return (
    <div className={classes["page"]}>
      <PageFrame title="Explore" actions={<ExploreActions search={search} onSearch={show} />}>
        <Asked query={fields}>{(known) => <Explorer fields={known} search={search} onSearch={show} />}</Asked>
      </PageFrame>
    </div>
  );
}
