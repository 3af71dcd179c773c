import type { Fact } from "./facts";
import classes from "./FactTable.module.css";

export function FactTable({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes["facts"]}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
