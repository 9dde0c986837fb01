/** How an input or a list of choices looks on the settings page. */
export const controlLook =
  'min-h-8 rounded border border-edge bg-ground px-2 text-ink disabled:bg-page disabled:text-muted';
