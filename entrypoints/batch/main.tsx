import { BatchPage } from '../../components/batch/BatchPage';
import { liveSources } from '../../components/shared/live-sources';
import { mount } from '../../components/shared/mount';

mount(<BatchPage />, liveSources(), 'batch_title');
