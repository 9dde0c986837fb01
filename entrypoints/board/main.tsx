import { Board } from '../../components/board/Board';
import { liveSources } from '../../components/shared/live-sources';
import { mount } from '../../components/shared/mount';

mount(<Board />, liveSources(), 'board_title');
