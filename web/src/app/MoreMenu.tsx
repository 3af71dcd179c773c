import { ActionIcon, type ActionIconProps, Menu } from "@mantine/core";
import { Ellipsis, type LucideIcon } from "lucide-react";
import { type ComponentType, useState } from "react";

/** Something that can be done with a subject, in a dialog of its own. */
export interface MenuChoice<Subject> {
  label: string;
  icon: LucideIcon;
  /** Something is lost by it. */
  isGrave?: boolean;
  dialog: ComponentType<Subject & { onClose: () => void }>;
}

interface MoreMenuProps<Subject> {
  /** Of what, for who cannot see where it stands. */
  about: string;
  subject: Subject;
  choices: MenuChoice<Subject>[];
  button?: ActionIconProps;
}

/** What else can be done with something. */
export function MoreMenu<Subject>({ about, subject, choices, button }: MoreMenuProps<Subject>) {
  const [chosen, setChosen] = useState<string>();
  const Dialog = choices.find(({ label }) => label === chosen)?.dialog;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon {...button} aria-label={`More about ${about}`}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(({ label, icon: Icon, isGrave = false }) => (
            <Menu.Item
              key={label}
              {...(isGrave ? { color: "red" } : {})}
              leftSection={<Icon size={16} />}
              onClick={() => setChosen(label)}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {Dialog !== undefined && <Dialog {...subject} onClose={() => setChosen(undefined)} />}
    </>
  );
}
