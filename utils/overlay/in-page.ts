/** The painted layer as a second script offers it to the reader beside it: only pages that hold dossiers get it. */
import { createOverlay, type Overlay, type OverlayOptions } from './index';

/** The world both scripts share. */
export interface OverlayWorld {
  soiOverlay?: (document: Document, options: OverlayOptions) => Overlay;
}

/** Puts the layer's maker into the world. */
export function offerOverlay(world: OverlayWorld): void {
  world.soiOverlay = createOverlay;
}
