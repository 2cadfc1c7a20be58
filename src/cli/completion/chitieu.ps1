# Completion of chitieu for PowerShell 5.1 and later. It knows nothing: at every press of the key it asks the program.
Register-ArgumentCompleter -Native -CommandName chitieu, chitieu.cmd, chitieu.ps1 -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
        })
    $line = ($words + $wordToComplete.Trim("'", '"')) -join "`t"
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $first, $answer = @(& $words[0] completion powershell --line $line 2>$null)
    }
    catch {
        return
    }
    finally {
        [Console]::OutputEncoding = $encoding
    }
    # Where nothing is said, PowerShell completes names of files; an empty text keeps it from that.
    if ($first -like "files *") { return }
    if (-not $answer) { return '' }
    foreach ($one in $answer) {
        $text, $shown, $description = $one.Split("`t", 3)
        [System.Management.Automation.CompletionResult]::new($text, $shown, 'ParameterValue', $description)
    }
}
