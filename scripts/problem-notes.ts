import type { ProblemCode } from "../src/problem/problem.ts";

/** What the page of problems adds where a message alone does not say enough, in both languages. */
export const PROBLEM_NOTES: { readonly [Code in ProblemCode]?: { readonly en: string; readonly vi: string } } = {
  "plan-not-named": {
    en: "No plan is taken without being named: the same figures can meet one plan and miss another.",
    vi: "Kế hoạch phải được nêu rõ: cùng một số liệu có thể đạt theo kế hoạch này mà chưa đạt theo kế hoạch khác.",
  },
  "yaml-syntax": {
    en: "The place is where reading stopped; the slip is there or just before it. An editor with YAML support shows it while you type.",
    vi: "Vị trí được nêu là chỗ chương trình không đọc tiếp được; chỗ sai nằm ở đó hoặc ngay phía trước. Trình soạn thảo hỗ trợ YAML sẽ báo ngay khi gõ.",
  },
  "amount-unreadable": {
    en: "In YAML a comma ends a value, so a plan writes `97.4%` with a point. Reports in Vietnamese show it as 97,4%.",
    vi: "Trong YAML dấu phẩy kết thúc một giá trị, nên kế hoạch viết `97.4%` với dấu chấm. Báo cáo tiếng Việt vẫn hiện 97,4%.",
  },
  "percent-sign-missing": {
    en: "Without its sign nobody can tell 80% from 80 communes: the target of a ratio has it, that of a count does not.",
    vi: "Thiếu dấu % thì không thể phân biệt 80% với 80 xã: mục tiêu của tỷ lệ có dấu %, mục tiêu của số đếm thì không.",
  },
  "name-twice": {
    en: "Case, white space and the place of a tone mark make no difference between spellings.",
    vi: "Chữ hoa hay thường, khoảng trắng và vị trí đặt dấu thanh không làm cho hai cách viết khác nhau.",
  },
  "file-skipped": {
    en: "Excel leaves files such as `~$so-lieu.xlsx` beside an open workbook. Begin a name with `_` to keep a draft out of the figures.",
    vi: "Excel tạo các tệp như `~$so-lieu.xlsx` bên cạnh bảng tính đang mở. Đặt `_` ở đầu tên để bản nháp không bị tính vào số liệu.",
  },
  "encoding-invalid": {
    en: "Nothing is replaced by “?”: a name that cannot be read could be any agency. Old systems often export in TCVN3 or Windows-1258.",
    vi: "Không chữ nào bị thay bằng “?”: một tên không đọc được có thể là bất kỳ đơn vị nào. Hệ thống cũ thường kết xuất bằng TCVN3 hoặc Windows-1258.",
  },
  "row-ragged": {
    en: "If the row has a cell too many, a number with a decimal comma in a file with commas is the usual cause. No cell is moved to make it fit.",
    vi: "Dòng thừa ô thường là do số có dấu phẩy thập phân trong tệp phân cách bằng dấu phẩy. Chương trình không tự dồn ô cho khớp.",
  },
  "source-unknown": {
    en: "A file is recognised by its header, wherever it stands in the first rows. Case, white space and the place of tone marks do not matter; every other letter does.",
    vi: "Tệp được nhận ra bằng dòng tiêu đề, nằm ở đâu trong những dòng đầu cũng được. Chữ hoa hay thường, khoảng trắng và vị trí dấu thanh không quan trọng; các khác biệt còn lại đều quan trọng.",
  },
  "file-twice": {
    en: "“ho-so (1).csv” is what a browser calls a second download.",
    vi: "“ho-so (1).csv” là tên mà trình duyệt đặt cho tệp tải về lần thứ hai.",
  },
  "period-disagrees": {
    en: "Folder, file name, title rows and rows must agree: a file in the wrong folder would otherwise count in the wrong quarter.",
    vi: "Thư mục, tên tệp, dòng tiêu đề và các dòng số liệu phải thống nhất: nếu không, tệp nằm nhầm thư mục sẽ bị tính vào nhầm quý.",
  },
  "title-dates-longer": {
    en: "A sum from the start of the year, read as a quarter's, would count the earlier quarters twice.",
    vi: "Số lũy kế từ đầu năm mà đọc như số của một quý thì các quý trước bị tính hai lần.",
  },
  "title-dates-differ": {
    en: "Many provinces close a quarter on the 14th. The figures are used for the period that is named.",
    vi: "Nhiều tỉnh chốt số liệu quý vào ngày 14. Số liệu vẫn được dùng cho kỳ được nêu.",
  },
  "column-number-wrong": {
    en: "Official forms number their columns under the header. Where label and number disagree, one of them names the wrong column.",
    vi: "Biểu mẫu chính thức đánh số cột dưới dòng tiêu đề. Khi nhãn và số không khớp, một trong hai chỉ sai cột.",
  },
  "section-unknown": {
    en: "The heading gives the level of every row below it, so the rows below an unknown one have no level.",
    vi: "Đề mục cho biết cấp của mọi dòng bên dưới, nên các dòng dưới một đề mục lạ không có cấp.",
  },
  "count-unreadable": {
    en: "Nothing is guessed: 12,5 could be a decimal or two cells, and 1,234 is one in Vietnamese and over a thousand in English. Excel changes cells when it opens a CSV by a double click; Data > From Text/CSV with the columns as Text leaves them as they are.",
    vi: "Chương trình không đoán: 12,5 có thể là số thập phân hoặc hai ô, còn 1,234 là hơn một theo cách viết Việt Nam và hơn một nghìn theo cách viết tiếng Anh. Excel tự đổi nội dung ô khi mở tệp CSV bằng cách nhấp đúp; dùng Dữ liệu > Từ Văn bản/CSV (From Text/CSV) với kiểu cột Văn bản thì ô được giữ nguyên.",
  },
  "count-missing": {
    en: "Zero is not missing, and missing is not zero: nobody but the sender knows which a blank stands for.",
    vi: "Số 0 khác với thiếu số liệu: chỉ nơi gửi mới biết ô trống nghĩa là gì.",
  },
  "category-unknown": {
    en: "A value that no one has declared would drop out of every condition unseen, so it is an error. It is named once, with the number of its rows.",
    vi: "Giá trị chưa khai báo sẽ lọt ra ngoài mọi điều kiện mà không ai thấy, nên được coi là lỗi. Mỗi giá trị chỉ được nêu một lần, kèm số dòng.",
  },
  "level-missing": {
    en: "The plan has a target for each level, and a unit without a level could be held to none of them.",
    vi: "Kế hoạch có mục tiêu cho từng cấp; đơn vị không rõ cấp thì không biết đánh giá theo mục tiêu nào.",
  },
  "unit-unknown": {
    en: "Most often it is a misspelling, and then the real unit is listed as not having reported. Add the spelling under `aliases` if it comes every quarter.",
    vi: "Thường là do viết sai tên, khi đó đơn vị thật bị liệt kê là chưa báo cáo. Nếu quý nào cũng viết như vậy thì thêm vào cột `aliases` của danh sách.",
  },
  "period-overlap": {
    en: "A half-year beside one of its quarters would count the quarter twice.",
    vi: "Số của 6 tháng đặt cạnh số của một quý trong đó sẽ làm quý ấy bị tính hai lần.",
  },
  "whole-beside-units": {
    en: "The whole's own figure and those of its parts would add up to twice the whole. A row that is the total of the others is compared with them where the source lists its name under `totals`.",
    vi: "Số của toàn bộ cộng với số của từng phần sẽ thành gấp đôi. Dòng cộng của các dòng khác được đối chiếu với chúng nếu nguồn số liệu có tên dòng ấy trong `totals`.",
  },
  "measure-two-sources": {
    en: "Each would be right alone; added up they would count the same thing twice.",
    vi: "Từng nguồn riêng thì đúng; cộng lại thì cùng một việc bị tính hai lần.",
  },
  "total-mismatch": {
    en: "Published tables often do not add up, and only the sender knows whether the total or a part is wrong.",
    vi: "Bảng số liệu đã công bố nhiều khi cộng không khớp, và chỉ nơi gửi mới biết dòng tổng sai hay một phần sai.",
  },
  "rate-mismatch": {
    en: "Rounded or cut off, a rate may differ from its counts by less than one unit of its last digit; here it differs by more.",
    vi: "Làm tròn hay cắt bớt thì tỷ lệ chỉ lệch chưa đến một đơn vị ở chữ số cuối; ở đây lệch nhiều hơn.",
  },
  "carried-mismatch": {
    en: "What is pending at the end of a quarter is what is carried over into the next. Often the system was corrected after the first export.",
    vi: "Số tồn cuối quý này chính là số chuyển sang quý sau. Nguyên nhân thường là hệ thống đã được sửa sau lần kết xuất đầu.",
  },
  "numerator-over-denominator": {
    en: "More than all cannot be done. Either the two counts are from different exports, or one is in the wrong column.",
    vi: "Không thể làm được nhiều hơn tổng số. Hoặc hai số lấy từ hai tệp khác nhau, hoặc một số nằm nhầm cột.",
  },
  "unit-over-denominator": {
    en: "The sum of all units stays below 100%, so there is a verdict; the figures of this one are worth a look.",
    vi: "Tổng của tất cả đơn vị vẫn dưới 100% nên vẫn có kết quả đánh giá; riêng số liệu của đơn vị này cần xem lại.",
  },
  "stock-twice": {
    en: "The end of the second quarter and the end of the first half are one day, and a stock has one count on one day.",
    vi: "Cuối quý II và cuối 6 tháng đầu năm là cùng một ngày, và số tại một thời điểm chỉ có một giá trị.",
  },
  "dates-outside": {
    en: "Nothing to do where an export reaches back into last year, as lists of open dossiers do.",
    vi: "Không cần làm gì nếu tệp kết xuất có cả hồ sơ của năm trước, như danh sách hồ sơ chưa giải quyết.",
  },
  "measure-unsupplied": {
    en: "The indicator stays without data. A note, because many plans ask for more than the systems of a quarter deliver.",
    vi: "Chỉ tiêu này sẽ chưa có số liệu. Chỉ là ghi chú, vì nhiều kế hoạch đòi hỏi nhiều hơn những gì các hệ thống cung cấp trong một quý.",
  },
};
