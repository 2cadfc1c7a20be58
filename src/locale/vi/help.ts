import { ENCODINGS } from "../../model.ts";

/** What the help of commands says, by what it says in English, where the commands are defined. */
export const help: Readonly<Record<string, string>> = {
  "Usage:": "Cách dùng:",
  "Arguments:": "Tham số:",
  "Options:": "Tùy chọn:",
  "Global Options:": "Tùy chọn chung:",
  "Commands:": "Các lệnh:",
  choices: "một trong",
  "display help for command": "xem hướng dẫn của lệnh",
  "print the version": "in số phiên bản",
  "Exact pass or fail for the targets of a government plan, from the exports that hold the counts.":
    "Kết luận chính xác từng chỉ tiêu của một kế hoạch đạt hay chưa đạt, từ các tệp số liệu kết xuất.",

  // What commands have in common.
  "a shipped plan's id, or a plan's file": "mã của một kế hoạch có sẵn, hoặc tệp kế hoạch",
  "files, folders or patterns of exports; - is standard input":
    "tệp, thư mục hoặc mẫu tên của số liệu kết xuất; - là đầu vào chuẩn",
  "which source a file is: a shipped id or a source's file; of a database without =FILE (repeatable)":
    "tệp thuộc nguồn số liệu nào: mã có sẵn hoặc tệp của nguồn; với cơ sở dữ liệu thì không có =TỆP (dùng được nhiều lần)",
  "which period a file is for (repeatable)": "tệp thuộc kỳ báo cáo nào (dùng được nhiều lần)",
  [`of text without a Unicode mark, or as encoding=file of some files: ${ENCODINGS.join(", ")} (repeatable)`]: `bảng mã của văn bản không có dấu Unicode ở đầu, hoặc bảng-mã=tệp cho riêng một số tệp: ${ENCODINGS.join(", ")} (dùng được nhiều lần)`,
  "of a database among the data (postgres://…, clickhouse://…)":
    "bảng của cơ sở dữ liệu nêu trong số liệu (postgres://…, clickhouse://…)",
  "how long a database may take for an answer; 600 unless said otherwise":
    "chờ cơ sở dữ liệu trả lời tối đa bao nhiêu giây; mặc định 600",
  "the SHA-256 of inputs above 256 MiB too, in formats that say what they were made from":
    "tính SHA-256 cả của tệp trên 256 MiB, trong các dạng kết quả có ghi nguồn gốc",
  "of smaller ones alone": "chỉ tính SHA-256 của tệp nhỏ hơn",
  "of names and messages": "ngôn ngữ của tên gọi và thông báo",
  "of messages": "ngôn ngữ của thông báo",
  "of notes and messages": "ngôn ngữ của ghi chú và thông báo",
  "colours where the terminal has them": "dùng màu nếu màn hình lệnh có màu",
  "plain text": "không dùng màu",
  "errors alone, and no document for people but in files": "chỉ in lỗi; báo cáo cho người đọc chỉ ghi ra tệp",
  "warnings, notes and the document as well": "in cả cảnh báo, ghi chú và báo cáo",
  "how it is written": "dạng kết quả",
  "how it is written; text unless said otherwise": "dạng kết quả; mặc định text",
  "whether an incomplete result has a verdict": "kết quả chưa đủ báo cáo có được kết luận không",

  // check
  "pass or fail for every indicator": "từng chỉ tiêu đạt hay chưa đạt",
  "Reads the exports and says for every indicator of the plan whether its target is met.":
    "Đọc số liệu kết xuất và kết luận từng chỉ tiêu của kế hoạch đạt hay chưa đạt.",
  "2022-Q3, 2022-H1, 2022-03, 2022 …; without it the latest with data":
    "2022-Q3, 2022-H1, 2022-03, 2022 …; mặc định là kỳ cuối có số liệu",
  "what a verdict looks at; year-to-date unless said otherwise":
    "khoảng được tính: year-to-date là lũy kế từ đầu năm (mặc định), period là trong kỳ",
  "break every result down; plan: not at all":
    "chi tiết từng kết quả theo cấp (level) hoặc theo đơn vị (unit); plan: không chi tiết",
  "how the result is written, table unless said otherwise; xlsx and docx to a file alone":
    "dạng kết quả, mặc định table; xlsx và docx chỉ ghi ra tệp",
  "writes it to a file too, in the format or by the file's ending (repeatable)":
    "ghi thêm ra tệp, theo dạng được nêu hoặc theo đuôi tệp (dùng được nhiều lần)",
  "from what on the exit code is not 0; missed unless said otherwise": "mã thoát khác 0 từ mức nào; mặc định missed",
  "whether an incomplete result has a verdict; provisional unless said otherwise":
    "kết quả chưa đủ báo cáo có được kết luận không; mặc định provisional: có, ghi là sơ bộ",
  "assess the indicators that no error in the data could change":
    "vẫn đánh giá các chỉ tiêu không bị lỗi nào trong số liệu ảnh hưởng",
  "refuse every verdict where the data have errors": "không kết luận chỉ tiêu nào khi số liệu có lỗi",
  "the day by which due dates are judged, YYYY-MM-DD; without it the window's last":
    "ngày để xét thời hạn, dạng YYYY-MM-DD; mặc định là ngày cuối của khoảng được tính",
  "print what would hold and who says so, chitieu.yaml or the command line, and stop":
    "in các thiết lập sẽ áp dụng và nơi nêu ra chúng (chitieu.yaml hay dòng lệnh) rồi dừng",
  "Exit codes: 0 nothing missed · 1 a target missed · 2 wrong usage or definitions · 3 data that cannot be trusted\n            4 nothing assessed, or no data with --fail-on no-data · 5 warnings with --fail-on warning":
    "Mã thoát: 0 không có chỉ tiêu chưa đạt · 1 có chỉ tiêu chưa đạt · 2 câu lệnh hoặc định nghĩa sai\n          3 số liệu không đáng tin cậy · 4 không đánh giá được, hoặc thiếu số liệu với --fail-on no-data\n          5 có cảnh báo với --fail-on warning",

  // validate
  "the data alone: what is wrong, and where": "chỉ soát số liệu: sai gì, ở đâu",
  "Reads the exports and lists everything that is wrong with them. Without a plan, for no plan.":
    "Đọc số liệu kết xuất và liệt kê mọi chỗ sai. Không nêu kế hoạch thì không soát theo kế hoạch nào.",
  "the plan that they are for (id or file): its year, agencies and levels":
    "kế hoạch dùng các số liệu này (mã hoặc tệp): năm, đơn vị và cấp của kế hoạch",
  "how the findings are written, text unless said otherwise; xlsx to a file alone":
    "dạng kết quả, mặc định text; xlsx chỉ ghi ra tệp",
  "writes them to a file too, in the format or by the file's ending (repeatable)":
    "ghi thêm ra tệp, theo dạng được nêu hoặc theo đuôi tệp (dùng được nhiều lần)",
  "from what on the exit code is not 0; error unless said otherwise; never: not even then":
    "mã thoát khác 0 từ mức nào; mặc định error; never: kể cả khi có lỗi vẫn là 0",
  "from what on the exit code is not 0; error unless said otherwise": "mã thoát khác 0 từ mức nào; mặc định error",
  "Exit codes: 0 no errors · 2 errors, or wrong usage · 5 warnings with --fail-on warning":
    "Mã thoát: 0 không có lỗi · 2 có lỗi, hoặc câu lệnh sai · 5 có cảnh báo với --fail-on warning",

  // explain
  "the arithmetic and the cells behind one indicator": "cách tính và các ô số liệu của một chỉ tiêu",
  "Shows one indicator in full: the plan's words, the formula with the figures put in, and the cells that every sum came from.":
    "Trình bày đầy đủ một chỉ tiêu: nguyên văn kế hoạch, công thức đã thay số, và các ô tạo nên từng tổng.",
  "the indicator's or the task's id, as the plan writes it": "mã của chỉ tiêu hoặc nhiệm vụ, như trong kế hoạch",
  "what is looked at; year-to-date unless said otherwise":
    "khoảng được tính: year-to-date là lũy kế từ đầu năm (mặc định), period là trong kỳ",
  "one agency alone, by its code or name": "chỉ một đơn vị, theo mã hoặc tên",
  "one level alone, by its id or name": "chỉ một cấp, theo mã hoặc tên",
  "every cell, and every item of every list": "mọi ô, và mọi mục của mỗi danh sách",
  "write a file as well, in the format named or that of its ending (repeatable)":
    "ghi thêm ra tệp, theo dạng được nêu hoặc theo đuôi tệp (dùng được nhiều lần)",
  "explain what no error in the data could change": "vẫn diễn giải phần không bị lỗi nào trong số liệu ảnh hưởng",
  "nothing where the data have errors": "không làm gì khi số liệu có lỗi",
  "Exit codes: 0 explained, whatever is missed · 2 wrong usage or definitions · 3 data that cannot be trusted":
    "Mã thoát: 0 đã diễn giải, dù đạt hay chưa · 2 câu lệnh hoặc định nghĩa sai · 3 số liệu không đáng tin cậy",

  // trend
  "every period side by side, with a projection to the year's end": "các kỳ cạnh nhau, kèm ước thực hiện cả năm",
  "Shows every target over the periods of the year, each alone and year to date, and what the year would end with. The projection touches no verdict.":
    "Trình bày từng mục tiêu qua các kỳ trong năm, trong kỳ và lũy kế, cùng ước thực hiện cả năm. Số ước không ảnh hưởng đến đánh giá.",
  "the last period: 2022-Q3, 2022-H1, 2022-03 …; without it the latest with data":
    "kỳ cuối: 2022-Q3, 2022-H1, 2022-03 …; mặc định là kỳ cuối có số liệu",
  "break every target down; plan: not at all":
    "chi tiết từng mục tiêu theo cấp (level) hoặc theo đơn vị (unit); plan: không chi tiết",
  "show the indicators that no error in the data could change":
    "vẫn trình bày các chỉ tiêu không bị lỗi nào trong số liệu ảnh hưởng",
  "Exit codes: 0 shown, whatever is missed · 2 wrong usage or definitions · 3 data that cannot be trusted":
    "Mã thoát: 0 đã trình bày, dù đạt hay chưa · 2 câu lệnh hoặc định nghĩa sai · 3 số liệu không đáng tin cậy",

  // diff
  "two assessments, or two plans: what differs": "khác biệt giữa hai bảng đánh giá hoặc hai kế hoạch",
  "Says which verdicts change between two assessments (as check -f json wrote them) and by which counts, what was restated, and which files it came from; or what differs between two plans, and, over exports, between their verdicts.":
    "Cho biết kết luận nào thay đổi giữa hai bảng đánh giá (do check -f json ghi) và do số liệu nào, số nào được báo cáo lại, từ tệp nào; hoặc hai kế hoạch khác nhau ở đâu, và trên cùng số liệu thì kết luận khác nhau ra sao.",
  "of two plans: the period that is assessed": "với hai kế hoạch: kỳ được đánh giá",
  "an assessment's JSON file, or a plan: its file or a shipped id":
    "tệp JSON của một bảng đánh giá, hoặc một kế hoạch: tệp hay mã có sẵn",
  "another of the same kind": "một bản khác cùng loại",
  "of two plans: the exports over which their verdicts are compared":
    "với hai kế hoạch: số liệu kết xuất để so sánh kết luận",
  "Exit codes: 0 nothing differs · 1 something differs · 2 wrong usage, or nothing to compare · 3 errors in the data":
    "Mã thoát: 0 không có khác biệt · 1 có khác biệt · 2 câu lệnh sai, hoặc không có gì để so sánh · 3 số liệu có lỗi",

  // units
  "who reports: a roster from exports, and names that may be one agency's":
    "ai báo cáo: danh sách đơn vị lập từ số liệu, và những tên có thể là của một đơn vị",
  "Lists every agency that exports name, with its level, as a roster for a plan; and pairs of names that may be one agency's.":
    "Liệt kê mọi đơn vị có trong số liệu, kèm cấp, thành danh sách cho một kế hoạch; và các cặp tên có thể là của một đơn vị.",
  "a plan (id or file) whose roster is to be completed; without it the one of chitieu.yaml":
    "kế hoạch (mã hoặc tệp) cần bổ sung danh sách đơn vị; mặc định là kế hoạch trong chitieu.yaml",
  "a new file, .csv; without it the roster goes to standard output":
    "tệp mới, đuôi .csv; không nêu thì danh sách được in ra đầu ra chuẩn",

  // plan
  "plans as such: list, show, lint, new": "các kế hoạch: list, show, lint, new",
  "The plans that are known: those shipped, and the one that chitieu.yaml names.":
    "Các kế hoạch đã biết: có sẵn trong chương trình, và kế hoạch nêu trong chitieu.yaml.",
  "Lists the plans known.": "Liệt kê các kế hoạch đã biết.",
  "Shows a plan: what it asks, in its own words, by which formulas and targets.":
    "Trình bày một kế hoạch: giao những gì, theo nguyên văn, công thức và mục tiêu nào.",
  "a shipped plan's id, or a plan's file; without it the one of chitieu.yaml":
    "mã của một kế hoạch có sẵn, hoặc tệp kế hoạch; mặc định là kế hoạch trong chitieu.yaml",
  "Says what is wrong with plans, and what may be meant otherwise than it is written.":
    "Rà soát kế hoạch: chỗ nào sai, chỗ nào có thể không đúng như ý định.",
  "ids of shipped plans, or plans' files; without any the one of chitieu.yaml":
    "mã của kế hoạch có sẵn, hoặc tệp kế hoạch; mặc định là kế hoạch trong chitieu.yaml",
  "Writes a plan to start from, and a CSV file for its counts. Nothing that is there is written over.":
    "Ghi một kế hoạch khởi đầu và một tệp CSV để nhập số liệu. Không ghi đè lên tệp nào đang có.",
  "a plan (id or file) whose next year it is, or a table of targets: name, numerator, denominator, target (CSV or XLSX)":
    "kế hoạch năm trước (mã hoặc tệp), hoặc bảng chỉ tiêu: tên, tử số, mẫu số, mục tiêu (CSV hoặc XLSX)",
  "the year that it plans; that of the file's name, or the next, unless said otherwise":
    "năm của kế hoạch; mặc định là năm trong tên tệp, hoặc năm tiếp theo",
  "the plan's id; made from the file's name, or the plan's before, unless said otherwise":
    "mã của kế hoạch; mặc định lập từ tên tệp, hoặc từ mã của kế hoạch trước",
  "the document's title": "tiêu đề của văn bản",
  "the plan's file, such as ke-hoach-2026.yaml": "tệp kế hoạch, như ke-hoach-2026.yaml",

  // source
  "the formats of exports: list, show, template, detect": "các dạng số liệu kết xuất: list, show, template, detect",
  "The formats of exports that are known: those shipped, and those that chitieu.yaml names.":
    "Các dạng số liệu kết xuất đã biết: có sẵn trong chương trình, và những dạng nêu trong chitieu.yaml.",
  "Lists the sources known.": "Liệt kê các nguồn số liệu đã biết.",
  "Shows the columns and the measures of a source.": "Trình bày các cột và số liệu của một nguồn.",
  "a source's id, or a source's file": "mã của nguồn số liệu, hoặc tệp của nguồn",
  "Writes an empty export to fill in: CSV as Excel with Vietnamese settings reads it, or a workbook.":
    "Ghi một mẫu trống để điền: CSV đúng kiểu Excel cài đặt tiếng Việt, hoặc bảng tính.",
  "a plan (id or file) whose agencies are filled in, where each has a row; without it the one of chitieu.yaml":
    "kế hoạch (mã hoặc tệp) có danh sách đơn vị để điền sẵn, nếu mỗi đơn vị một dòng; mặc định là kế hoạch trong chitieu.yaml",
  "a new file, .csv or .xlsx; without it CSV goes to standard output":
    "tệp mới, đuôi .csv hoặc .xlsx; không nêu thì CSV được in ra đầu ra chuẩn",
  "Says which source each file is and why, or which came nearest and what the file lacks.":
    "Cho biết mỗi tệp thuộc nguồn nào và vì sao, hoặc gần nguồn nào nhất và còn thiếu gì.",
  "Exit codes: 0 every file is recognised · 2 wrong usage or definitions · 3 one is not":
    "Mã thoát: 0 nhận ra mọi tệp · 2 câu lệnh hoặc định nghĩa sai · 3 có tệp không nhận ra",

  // completion
  "a script that lets a shell complete commands, options and ids":
    "đoạn mã để shell tự hoàn thành lệnh, tùy chọn và mã",
  "Prints the script by which a shell completes commands, options, and ids of plans and sources.":
    "In đoạn mã để shell tự hoàn thành lệnh, tùy chọn, mã kế hoạch và mã nguồn số liệu.",
  "the shell": "loại shell",
  "In ~/.bashrc:                    source <(chitieu completion bash)\nIn ~/.zshrc, after compinit:     source <(chitieu completion zsh)\nIn PowerShell, in $PROFILE:      chitieu completion powershell | Out-String | Invoke-Expression":
    "Trong ~/.bashrc:                      source <(chitieu completion bash)\nTrong ~/.zshrc, sau compinit:         source <(chitieu completion zsh)\nTrong PowerShell, ở $PROFILE:         chitieu completion powershell | Out-String | Invoke-Expression",
};
