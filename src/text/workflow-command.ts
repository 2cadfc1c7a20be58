/** A workflow command of GitHub Actions, on a line of its own. */
export function workflowCommand(
  command: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  text: string,
): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command}${written.length > 0 ? ` ${written.join(",")}` : ""}::${escapeData(text)}\n`;
}

/** A line that is no command, whatever the data in it look like. */
export function workflowText(text: string): string {
  return text.replaceAll("##[", "## [").replaceAll(/^(?<blank>\s*)::/gmu, "$<blank>: :");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
