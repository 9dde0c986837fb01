import { liveSources } from '../../components/shared/live-sources';
import { mount } from '../../components/shared/mount';
import { SidePanel } from '../../components/sidepanel/SidePanel';

mount(<SidePanel />, liveSources(), 'extName');
