const UNITS = ["B", "KB", "MB", "GB", "TB"];
const number = new Intl.NumberFormat("en");
const short = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** 1,234,567 */
export function count(value: number): string {
  return number.format(value);
}

/** "1 item", "2 items" */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`;
}

/** Bytes in the unit that people would say, a thousand at each step. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** Seconds as 1:02:03 or 2:03.4 */
export function duration(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const whole = Math.floor(tenths / 10);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, "0");
  if (hours > 0) {
    return `${hours}:${String(minutes).padStart(2, "0")}:${rest}`;
  }
  return `${minutes}:${rest}.${tenths % 10}`;
}

/** An instant in the time zone of the reader. */
export function moment(instant: string): string {
  return short.format(new Date(instant));
}
