import { Popup } from '../../components/popup/Popup';
import { liveSources } from '../../components/shared/live-sources';
import { mount } from '../../components/shared/mount';

mount(<Popup />, liveSources(), 'extName');
