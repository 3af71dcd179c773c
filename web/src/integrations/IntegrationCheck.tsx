import { Button, Checkbox, Group, List, Stack, TextInput, ThemeIcon, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Check, Minus, X } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { answered, api } from "../api/client";
import { Trouble } from "../app/Trouble";

const OUTCOMES = {
  ok: { name: "works", color: "green", icon: Check },
  failed: { name: "fails", color: "red", icon: X },
  skipped: { name: "skipped", color: "gray", icon: Minus },
};

/** Tries an integration out, and tells which permission or header is missing. */
export function IntegrationCheck({ integration }: { integration: string }) {
  const [write, setWrite] = useState(false);
  const [sampleUrl, setSampleUrl] = useState("");
  const checking = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/api/v1/integrations/{id}/check", {
          params: { path: { id: integration } },
          body: { write, origin: window.location.origin, sampleUrl: sampleUrl.trim() === "" ? null : sampleUrl.trim() },
        }),
      ),
    meta: { isToldInPlace: true },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    checking.mutate();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Title order={2}>Check</Title>
        <TextInput
          label="Object to read"
          description="The first one that is listed, when left empty"
          value={sampleUrl}
          onChange={(event) => setSampleUrl(event.currentTarget.value)}
        />
        <Checkbox
          label="Also write and delete a small object"
          checked={write}
          onChange={(event) => setWrite(event.currentTarget.checked)}
        />
        <Group>
          <Button type="submit" variant="default" loading={checking.isPending}>
            Check now
          </Button>
        </Group>
        {checking.isError && <Trouble error={checking.error} />}
        {checking.data !== undefined && (
          <div role="status" aria-label="Findings">
            <List spacing={6} size="sm">
              {checking.data.findings.map((finding) => {
                const { name, color, icon: Icon } = OUTCOMES[finding.outcome];
                return (
                  <List.Item
                    key={finding.name}
                    icon={
                      <ThemeIcon size={18} radius="xl" color={color} role="img" aria-label={name}>
                        <Icon size={12} strokeWidth={3} />
                      </ThemeIcon>
                    }
                  >
                    <b>{finding.name}</b>: {finding.message}
                  </List.Item>
                );
              })}
            </List>
          </div>
        )}
      </Stack>
    </form>
  );
}
