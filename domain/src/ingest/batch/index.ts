export {
  afterRestart,
  FILE_ACTIONS,
  FILE_MOVES,
  FILE_STATES,
  type FileAction,
  type FileState,
  isSettled,
  moveFile,
} from './file-state.js'
