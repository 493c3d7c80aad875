// The page is mounted here.
import { start } from './ui/app/start'

const root = document.getElementById('root')
if (root) start(root)
