import { Popup } from '../../components/popup/Popup';
import { liveSources } from '../../components/shared/live-sources';
import { mount } from '../../components/shared/mount';
import { sendToBackground } from '../../utils/platform/send';

mount(<Popup />, liveSources(), 'extName');
void sendToBackground('asking/soon', {});
