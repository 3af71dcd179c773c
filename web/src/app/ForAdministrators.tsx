import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useWhoIsHere } from "../session/session";
import { Empty } from "./Empty";

/** What administrators of the organisation see; others are told so. */
export function ForAdministrators({ children }: { children: ReactNode }) {
  return useWhoIsHere().admin ? (
    children
  ) : (
    <Empty icon={Lock} title="This is for administrators">
      Ask one of them, or sign in as one.
    </Empty>
  );
}
