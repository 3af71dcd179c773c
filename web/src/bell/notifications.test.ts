import { describe, expect, it } from "vitest";
import type { Notifications, UploadJob } from "../api/names";
import { hasEnded } from "./notifications";

const job = (id: string) => ({ id }) as UploadJob;

function notifications(running: string[], ended: string[]): Notifications {
  return { running: running.map(job), ended: ended.map(job), unseen: 0 };
}

describe("notifications", () => {
  it("tell that a job has ended, also one that was never seen running", () => {
    expect(hasEnded(notifications(["a"], []), notifications([], ["a"]))).toBe(true);
    expect(hasEnded(notifications([], ["a"]), notifications([], ["b", "a"]))).toBe(true);
  });

  it("tell of no end where jobs start or go on", () => {
    expect(hasEnded(notifications([], ["a"]), notifications(["b"], ["a"]))).toBe(false);
    expect(hasEnded(notifications(["b"], ["a"]), notifications(["b"], ["a"]))).toBe(false);
  });
});
