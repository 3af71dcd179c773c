import { Button, Menu, Switch } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import type { NewSearch } from "../api/names";
import compact from "../app/compactButton.module.css";
import { download, type Format, FORMATS } from "./exports";

/** Everything that was found, as a file. */
export function ExportMenu({ request }: { request: NewSearch }) {
  const [isSigned, setIsSigned] = useState(false);
  const exporting = useMutation({ mutationFn: (format: Format) => download(request, format, isSigned) });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          title="Export"
          classNames={compact}
          leftSection={<Download size={16} />}
          loading={exporting.isPending}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(FORMATS).map(([format, { label, isSigned: canBeSigned }]) => (
          <Menu.Item
            key={format}
            disabled={isSigned && !canBeSigned}
            onClick={() => exporting.mutate(format as Format)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick={false}
          role="menuitemcheckbox"
          aria-checked={isSigned}
          rightSection={<Switch size="xs" checked={isSigned} readOnly tabIndex={-1} aria-hidden />}
          onClick={() => setIsSigned(!isSigned)}
        >
          With signed URLs
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
