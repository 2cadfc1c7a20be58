# Completion of chitieu for bash 4.2 and later. It knows nothing: at every press of the key it asks the program.
_chitieu() {
  # bash takes words apart at "=" and ":"; what stands together is one word, and the last one ends at the cursor.
  local rest=${COMP_LINE:0:COMP_POINT} words=() word index line kind answer
  for ((index = 0; index <= COMP_CWORD; index++)); do
    word=${rest#"${rest%%[![:space:]]*}"}
    if ((index == 0)) || [[ $word != "$rest" ]]; then words+=(""); fi
    if ((index < COMP_CWORD)); then
      words[${#words[@]} - 1]+=${COMP_WORDS[index]}
      rest=${word#"${COMP_WORDS[index]}"}
    else
      words[${#words[@]} - 1]+=$word
    fi
  done
  printf -v line '%s\t' "${words[@]}"
  {
    read -r kind _
    mapfile -t answer
  } < <("${1/#\~/$HOME}" completion bash --line "${line%?}" 2>/dev/null </dev/null)
  COMPREPLY=()
  case $kind in
    files) compopt -o default ;;
    values)
      COMPREPLY=("${answer[@]}")
      if [[ ${answer[*]} == *[=/] ]]; then compopt -o nospace; fi
      # What has spaces in it is put in quotes, as names of files are.
      local IFS=
      if [[ ${answer[*]} == *[!A-Za-z0-9._=/-]* ]]; then compopt -o filenames; fi
      ;;
  esac
}
complete -F _chitieu chitieu
