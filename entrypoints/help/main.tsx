import { Help } from '../../components/help/Help';
import { liveSources } from '../../components/shared/live-sources';
import { mount } from '../../components/shared/mount';

mount(<Help />, liveSources(), 'help_title');
