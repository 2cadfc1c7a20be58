#compdef chitieu
# Completion of chitieu for zsh. It knows nothing: at every press of the key it asks the program.
_chitieu() {
  local -a before answer open closed
  local kind kept one
  before=("${(@Q)words[1,CURRENT-1]}")
  answer=("${(@f)$(${~words[1]} completion zsh --line "${(pj:\t:)before}"$'\t'"${(Q)PREFIX}" 2>/dev/null </dev/null)}")
  kind=${answer[1]%% *}
  kept=${answer[1]#* }
  case $kind in
    files)
      compset -p $kept
      _files
      ;;
    values)
      compset -p $kept
      for one in "${(@)answer[2,-1]}"; do
        if [[ ${one%%$'\t'*} == *[=/] ]]; then
          open+=("${${one//:/\\:}/$'\t'/:}")
        else
          closed+=("${${one//:/\\:}/$'\t'/:}")
        fi
      done
      _describe -t values value closed -- open -S ''
      ;;
    *) return 1 ;;
  esac
}
if [[ $funcstack[1] == _chitieu ]]; then _chitieu "$@"; else compdef _chitieu chitieu; fi
