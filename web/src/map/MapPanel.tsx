import { Alert, Button, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Map as MapIcon } from "lucide-react";
import { lazy, Suspense } from "react";
import type { EmbeddingMap } from "../api/names";
import { Asked } from "../app/Asked";
import { Empty } from "../app/Empty";
import { counted } from "../app/figures";
import { Trouble } from "../app/Trouble";
import { Waiting } from "../app/Waiting";
import { useWhoIsHere } from "../session/session";
import type { Area } from "./area";
import { mapQuery, pointsQuery, useMapComputation } from "./maps";

const Picture = lazy(async () => ({ default: (await import("./MapPicture")).MapPicture }));

interface MapPanelProps {
  /** The embedding, as a field of searches. */
  field: string;
  /** What else is looked for. */
  filter: Record<string, unknown> | undefined;
  area: Area | undefined;
  selected: string[];
  onArea: (area: Area | undefined) => void;
}

/** The map of an embedding, or how it comes to be. */
export function MapPanel(props: MapPanelProps) {
  const map = useQuery(mapQuery(props.field));
  return <Asked query={map}>{(known) => <Known map={known} {...props} />}</Asked>;
}

function Known({ map, ...props }: MapPanelProps & { map: EmbeddingMap }) {
  return (
    <Stack gap="xs" h="100%" mih={0}>
      {map.state === "computing" && (
        <div role="status">
          <Text size="sm" c="dimmed">
            {map.version === 0 ? "The map is being computed." : "The map is being computed anew."}
          </Text>
          {map.progress !== null && (
            <Progress value={(100 * map.progress.done) / Math.max(1, map.progress.total)} aria-label="Progress" />
          )}
        </div>
      )}
      {map.state === "failed" && (
        <Alert color="red" title="The map could not be computed">
          {map.fault}
          <Compute field={props.field} label="Try again" />
        </Alert>
      )}
      {map.version === 0 && map.state === "none" && (
        <Empty icon={MapIcon} title="There is no map yet">
          <Stack align="center">
            On it, items whose vectors are alike lie together.
            <Compute field={props.field} label="Compute the map" />
          </Stack>
        </Empty>
      )}
      {map.version > 0 && map.bounds !== null && <Drawn map={map} {...props} />}
    </Stack>
  );
}

function Compute({ field, label }: { field: string; label: string }) {
  const user = useWhoIsHere();
  const computing = useMapComputation(field);
  if (!user.admin) {
    return (
      <Text size="sm" c="dimmed">
        An administrator has it computed.
      </Text>
    );
  }
  return (
    <Button variant="default" mt="xs" loading={computing.isPending} onClick={() => computing.mutate()}>
      {label}
    </Button>
  );
}

function Drawn({ map, field, filter, area, selected, onArea }: MapPanelProps & { map: EmbeddingMap }) {
  const points = useQuery(pointsQuery(field, map.version, filter));
  if (points.isError) {
    return <Trouble error={points.error} again={points.refetch} />;
  }
  if (points.data === undefined || map.bounds === null) {
    return <Waiting what="Loading the map" />;
  }
  const isOld = area !== undefined && area.version !== points.data.version;
  return (
    <>
      {isOld && (
        <Alert color="gray" title="The map was computed anew">
          What was drawn around is not where it was.
          <Button size="compact-sm" variant="default" mt="xs" onClick={() => onArea(undefined)}>
            Forget the area
          </Button>
        </Alert>
      )}
      <Suspense fallback={<Waiting what="Loading the map" />}>
        <Picture
          points={points.data}
          bounds={map.bounds}
          corners={isOld ? undefined : area?.corners}
          selected={selected}
          onCorners={(corners) => onArea(corners === undefined ? undefined : { version: map.version, corners })}
        />
      </Suspense>
      <Text size="xs" c="dimmed">
        {counted(points.data.count, "point")}
      </Text>
    </>
  );
}
