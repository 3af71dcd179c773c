import { Center, Loader } from "@mantine/core";

export function Waiting({ what = "Loading" }: { what?: string }) {
  return (
    <Center py={64} role="status" aria-label={what}>
      <Loader />
    </Center>
  );
}
