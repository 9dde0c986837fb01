/** The overlay's sentences in `_locales`. None has a parameter: what varies stands beside the sentence, not in it. */
export const OVERLAY_TEXT_KEYS = [
  'overlay_dossier',
  'overlay_component',
  'overlay_marks',
  'overlay_language',
  'overlay_close',
  'overlay_open',
  'overlay_sign_in',
  'overlay_ask',
  'overlay_ask_again',
  'overlay_ask_all',
  'overlay_asking',
  'overlay_panel',
  'overlay_why',
  'overlay_misfit',
  'overlay_unread',
  'overlay_pause',
  'overlay_unpause',
  'overlay_due',
  'overlay_seen',
  'overlay_here',
  'overlay_no_status',
  'overlay_nothing_known',
  'overlay_other_codes',
  'overlay_modal_hint',
] as const;

export type OverlayTextKey = (typeof OVERLAY_TEXT_KEYS)[number];
