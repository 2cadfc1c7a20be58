import { formatDecimal, nameIn } from "../../locale/locale.ts";
import type { TaskResult } from "../../model.ts";
import { bold, cell } from "./block.ts";
import type { Block, Row } from "./block.ts";
import { inGroups } from "./material.ts";
import type { Material } from "./material.ts";
import { PORTRAIT, textWidth } from "./page.ts";
import { groupTitle } from "./scope.ts";

const WIDTHS = { row: 470, state: 1640, progress: 1180 };

/** The tasks with their states, by the plan's groups, in one table. */
export function taskBlocks(material: Material): readonly Block[] {
  const { assessment, locale } = material;
  const { labels } = locale.document;
  const { tasks } = assessment;
  const hasEvidence = tasks.some(({ evidence }) => evidence !== null);
  const evidence = hasEvidence ? 2700 : 0;
  const name = textWidth(PORTRAIT) - WIDTHS.row - WIDTHS.state - WIDTHS.progress - evidence;
  const titles = [labels.row, labels.task, labels.state, labels.progress, ...(hasEvidence ? [labels.evidence] : [])];
  let number = 0;
  const rows = inGroups(assessment, tasks).flatMap(({ group, items }): Row[] => {
    const title = groupTitle(group, material, labels.otherTasks);
    const heading: Row[] =
      title === null ? [] : [{ cells: [cell([bold(title)], { span: titles.length, align: "left" })], keepNext: true }];
    return [...heading, ...items.map((task) => taskRow(task, ++number, hasEvidence, material))];
  });
  return [
    {
      kind: "table",
      columns: [
        { width: WIDTHS.row, align: "center" },
        { width: name, align: "left" },
        { width: WIDTHS.state, align: "left" },
        { width: WIDTHS.progress, align: "right" },
        ...(hasEvidence ? [{ width: evidence, align: "left" } as const] : []),
      ],
      header: [{ cells: titles.map((one) => cell([bold(one)])) }],
      rows,
      bordered: true,
      padding: 70,
    },
  ];
}

function taskRow(task: TaskResult, number: number, hasEvidence: boolean, { locale }: Material): Row {
  const { state, percent, evidence } = task;
  return {
    cells: [
      cell(String(number)),
      cell(nameIn(task.name, locale)),
      cell(state === null ? locale.taskUnreported : locale.states[state]),
      cell(percent === null ? "" : `${formatDecimal(String(percent), locale)}%`),
      ...(hasEvidence ? [cell(evidence ?? "")] : []),
    ],
  };
}
