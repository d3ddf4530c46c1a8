# Where data and runs go, and the data themselves.

# Sets data_folder, and places: what Java is told where the project's folder, or the current one, can't be written.
find_places() {
  data_folder=$home/data/fashion-mnist places=()
  { wants_images && [[ -z $cluster ]]; } || return 0
  if ! given --data --table && [[ ! -e $data_folder/table/table.json ]] && ! can_write "$data_folder"; then
    users_folder
    [[ -n ${OUTSOLE_DATA-} || ! -e $data_folder ]] || export OUTSOLE_DATA=$data_folder
    data_folder=$users_place/fashion-mnist
    [[ -e $data_folder ]] || say "$home/data can't be written: the data are kept in $data_folder"
    places+=("OUTSOLE_DATA_FOLDER=$data_folder")
  fi
  if [[ ${words[0]} != ingest ]] && ! given --output && ! can_write "$PWD/runs"; then
    users_folder
    say "$PWD can't be written: runs go to $users_place/runs"
    places+=("OUTSOLE_RUNS=$users_place/runs")
  fi
}

# Sets users_place: a folder of the user's own.
users_folder() {
  local folder
  users_place=''
  for folder in "${XDG_DATA_HOME:-${HOME:-/nonexistent}/.local/share}/outsole" "$PWD/outsole"; do
    can_write "$folder" || continue
    users_place=$folder
    return
  done
  fail "neither $home nor your home nor the current folder can be written; go to a folder that can, or give --table and --output"
}

# can_write PATH: whether it can be made, or written.
can_write() {
  local path=$1
  while [[ ! -e $path && $path == */* ]]; do path=${path%/*}; done
  [[ -d ${path:-/} && -w ${path:-/} ]]
}

# Whether the command reads the data set.
wants_images() {
  case ${words[0]} in evaluate | sweep | train | nightly | tune | ingest) ;; *) return 1 ;; esac
  ! given --help -h
}

lacks_data() {
  local file
  wants_images && ! given --data --table --images || return 1
  [[ ! -e $data_folder/table/table.json ]] || return 1
  for file in train-images-idx3 train-labels-idx1 t10k-images-idx3 t10k-labels-idx1; do
    [[ -e $data_folder/$file-ubyte.gz ]] || return 0
  done
  return 1
}

fetch_data() { "$home/submit/fetch-data" "$data_folder" >&2; }
