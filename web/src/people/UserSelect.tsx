import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { resultsOf } from "../api/pages";
import { usersQuery } from "./people";

const TYPING_PAUSE = 200;

interface UserSelectProps {
  label: string;
  value: string | null;
  onChange: (user: string | null) => void;
}

/** One of all users, found by a part of the address. For administrators. */
export function UserSelect({ label, value, onChange }: UserSelectProps) {
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, TYPING_PAUSE);
  const users = useInfiniteQuery({ ...usersQuery(search), placeholderData: keepPreviousData });
  return (
    <Select
      label={label}
      w={320}
      placeholder="Type a part of the address"
      searchable
      nothingFoundMessage="Nobody has such an address"
      data={resultsOf(users.data).map((user) => ({ value: user.id, label: user.email }))}
      value={value}
      onChange={onChange}
      onSearchChange={setText}
    />
  );
}
