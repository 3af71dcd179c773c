import { useQuery } from "@tanstack/react-query";
import { type ReactNode } from "react";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { signedUrlQuery } from "./signedUrl";
import classes from "./Stage.module.css";

/** Where an item's object is shown, once it is known where it can be fetched. */
export function Stage({ item, children }: { item: string; children: (url: string) => ReactNode }) {
  const url = useQuery(signedUrlQuery(item));
  if (url.isError) {
    return <Trouble error={url.error} again={url.refetch} />;
  }
  return <div className={classes["stage"]}>{url.data === undefined ? <Waiting /> : children(url.data)}</div>;
}
