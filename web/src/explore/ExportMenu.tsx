import { Button, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import type { NewSearch } from "../api/names";
import { download, type Format, FORMATS } from "./exports";

/** Everything that was found, as a file. */
export function ExportMenu({ request }: { request: NewSearch }) {
  const exporting = useMutation({ mutationFn: (format: Format) => download(request, format) });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<Download size={16} />} loading={exporting.isPending}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(FORMATS).map(([format, { label }]) => (
          <Menu.Item key={format} onClick={() => exporting.mutate(format as Format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
