/** Parses what systems answer. Nothing of an answer is run or loaded: a parsed document is inert. */
import { answerParseRequests, warmUp } from '../../utils/platform/offscreen-parser';

answerParseRequests();
warmUp();
