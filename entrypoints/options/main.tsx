import { Options } from '../../components/options/Options';
import { liveSources } from '../../components/shared/live-sources';
import { mount } from '../../components/shared/mount';

mount(<Options />, liveSources(), 'options_title');
