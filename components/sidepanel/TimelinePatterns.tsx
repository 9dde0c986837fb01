/** How states look in the timeline: each has a colour and a pattern of its own. */
import type { RunLook } from '../../utils/view/timeline';

export const RUN_LOOKS: Record<RunLook, { box: string; pattern: string }> = {
  waiting: { box: 'fill-ground stroke-muted', pattern: 'run-dots' },
  work: { box: 'fill-accent-soft stroke-accent', pattern: '' },
  owed: { box: 'fill-warn-soft stroke-warn', pattern: 'run-stripes' },
  done: { box: 'fill-sync stroke-sync', pattern: '' },
  ended: { box: 'fill-ground stroke-ink', pattern: 'run-cross' },
  unknown: { box: 'fill-ground stroke-edge [stroke-dasharray:4_2]', pattern: '' },
  absent: { box: 'fill-ground stroke-off [stroke-dasharray:2_2]', pattern: 'run-sparse' },
};

/** Patterns are found by id in the whole page: drawn once, whatever uses them. */
export function TimelinePatterns() {
  const tile = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' } as const;
  return (
    <defs>
      <pattern id="run-dots" {...tile}>
        <circle cx="2" cy="2" r="1" className="fill-muted" />
      </pattern>
      <pattern id="run-stripes" {...tile} patternTransform="rotate(45)">
        <path d="M0 0V6" className="stroke-warn" strokeWidth="2" />
      </pattern>
      <pattern id="run-cross" {...tile} patternTransform="rotate(45)">
        <path d="M0 0V6M0 0H6" className="stroke-ink" strokeWidth="1" />
      </pattern>
      <pattern id="run-sparse" {...tile} patternTransform="rotate(-45)">
        <path d="M0 0V6" className="stroke-off" strokeWidth="1" />
      </pattern>
    </defs>
  );
}

/** A small bar of one look, for the legend. */
export function RunSample({ look }: { look: RunLook }) {
  const { box, pattern } = RUN_LOOKS[look];
  return (
    <svg width="22" height="12" aria-hidden="true" className="shrink-0">
      <rect x="1" y="1" width="20" height="10" rx="2" className={box} />
      {pattern && <rect x="1" y="1" width="20" height="10" rx="2" fill={`url(#${pattern})`} />}
    </svg>
  );
}
